// Only "dotnet ef" starts this project.
return 0;
