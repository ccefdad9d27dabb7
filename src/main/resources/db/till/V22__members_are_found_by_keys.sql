-- Members' names, phones and documents are looked up by keys now, the same for every way of writing them: all is told
-- again by journal and feeds.
truncate table progress;
truncate table till_state;
truncate table product;
truncate table operator;
truncate table company;
truncate table account;
truncate table member;
truncate table card;
truncate table member_entry;
truncate table sale;
truncate table refund;
truncate table slip;
truncate table fapiao;
truncate table shift;
truncate table bill_fact;
truncate table set_aside;
