-- Of the journal: the last entry that was on the disk for certain when it was projected, and its hash. Entries behind it
-- may be taken back by a power loss.
alter table progress add column certain bigint default 0 not null;
alter table progress add column hash varchar(64) default '' not null;
