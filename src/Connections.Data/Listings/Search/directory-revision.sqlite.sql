-- The number that tells every node that the directory has changed. Safe to run again.
insert or ignore into "DirectoryRevisions" ("Id", "Number", "RemovedNumber") values (1, 0, 0);

create trigger if not exists "Listings_RevisionOnInsert" after insert on "Listings"
begin
  update "DirectoryRevisions" set "Number" = "Number" + 1;
  update "Listings" set "Revision" = (select "Number" from "DirectoryRevisions") where "Id" = new."Id";
end;

create trigger if not exists "Listings_RevisionOnUpdate"
after update of "State", "Content", "Slug", "Location", "ConfirmedAt" on "Listings"
begin
  update "DirectoryRevisions" set "Number" = "Number" + 1;
  update "Listings" set "Revision" = (select "Number" from "DirectoryRevisions") where "Id" = new."Id";
end;

create trigger if not exists "Listings_RevisionOnDelete" after delete on "Listings"
begin
  update "DirectoryRevisions" set "Number" = "Number" + 1, "RemovedNumber" = "Number" + 1;
end;
