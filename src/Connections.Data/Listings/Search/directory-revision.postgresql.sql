-- The number that tells every node that the directory has changed. Safe to run again.
insert into "DirectoryRevisions" ("Id", "Number", "RemovedNumber") values (1, 0, 0) on conflict do nothing;

create or replace function directory_listing_changed() returns trigger language plpgsql as $$
begin
  update "DirectoryRevisions" set "Number" = "Number" + 1 returning "Number" into new."Revision";
  return new;
end $$;

create or replace function directory_listing_removed() returns trigger language plpgsql as $$
begin
  update "DirectoryRevisions" set "Number" = "Number" + 1, "RemovedNumber" = "Number" + 1;
  return old;
end $$;

create or replace trigger "Listings_RevisionOnChange"
before insert or update of "State", "Content", "Slug", "Location", "ConfirmedAt" on "Listings"
for each row execute function directory_listing_changed();

create or replace trigger "Listings_RevisionOnDelete" after delete on "Listings"
for each row execute function directory_listing_removed();
