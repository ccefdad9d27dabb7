-- The catalogue in parts, as tills are sent them. Another one takes the place of all parts in one transaction.
create table catalogue_part (
    part integer not null,
    edition bigint not null,
    body varchar(1000000) not null,
    primary key (part)
);
