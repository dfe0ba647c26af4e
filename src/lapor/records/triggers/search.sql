-- Words of the released text only; what is not public can't be found.
CREATE FUNCTION lapor_report_search() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.is_published THEN
    NEW.search := setweight(to_tsvector('indonesian', NEW.public_title), 'A')
      || setweight(to_tsvector('indonesian', NEW.public_text), 'B');
  ELSE
    NEW.search := NULL;
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER report_search BEFORE INSERT OR UPDATE OF public_title, public_text, is_published ON lapor_report
  FOR EACH ROW EXECUTE FUNCTION lapor_report_search();
