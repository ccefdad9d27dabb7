-- The card that an operator approves with.
alter table operator add column card_hash varchar(200);
