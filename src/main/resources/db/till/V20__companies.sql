-- Companies that pay by account, as head office tells of them.
create table company (
    name varchar(200) primary key,
    limit_fen bigint not null,
    billing_day integer not null
);
