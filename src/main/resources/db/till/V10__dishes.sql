-- How a dish is ordered, where there is more to say than how many.
alter table product add column dish clob;
