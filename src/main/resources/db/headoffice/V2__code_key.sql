-- The key pair that members' codes are signed with: one for all processes on this database.
create table code_key (
    id integer not null,
    pem varchar(1000) not null,
    primary key (id)
);
