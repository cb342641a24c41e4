-- A passage's words and counts are read with its row, a few hundred rows a search: rows up to a page keep them, instead of
-- sending for each. The counts are packed already, and the words of most are short.
alter table passages set (toast_tuple_target = 8160);
-- Counting a term anew finds room beside it.
alter table terms set (fillfactor = 50);
