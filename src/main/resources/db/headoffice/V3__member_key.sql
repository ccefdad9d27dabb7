-- What is personal of a member in the entries of the till that enrolled them is read with this key only. The row goes when
-- the member is forgotten.
create table member_key (
    member varchar(32) not null,
    store varchar(16) not null,
    till varchar(16) not null,
    secret varchar(64) not null,
    primary key (member, store, till)
);
