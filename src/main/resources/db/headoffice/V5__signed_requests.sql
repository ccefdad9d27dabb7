-- The counter of the till's last request: no request is taken twice. And how many members' keys a till has handed over
-- that no entry of it has followed yet.
alter table till add column counter bigint default 0 not null;
alter table till add column keys_ahead integer default 0 not null;
