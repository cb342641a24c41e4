-- What a document rests on and what it guides is told too; neither ends or changes anything.
alter table relations drop constraint relations_kind_check;
alter table relations add constraint relations_kind_check
  check (kind in ('replaces', 'repeals', 'amends', 'supplements', 'corrects', 'guides', 'basis'));
