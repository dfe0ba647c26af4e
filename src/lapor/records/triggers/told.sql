-- What was told stays as it was told: no step changes it, and the first event keeps its hash.
CREATE FUNCTION lapor_told_is_final() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'what was told in report % is final', OLD.code USING ERRCODE = 'integrity_constraint_violation';
END $$;

CREATE TRIGGER told_is_final BEFORE UPDATE OF code, received_at, door, title, text, happened_on, happened_text,
  place_text, region_id, latitude, longitude ON lapor_report
  FOR EACH ROW WHEN (
    (OLD.code, OLD.received_at, OLD.door, OLD.title, OLD.text, OLD.happened_on, OLD.happened_text,
      OLD.place_text, OLD.region_id, OLD.latitude, OLD.longitude)
    IS DISTINCT FROM
    (NEW.code, NEW.received_at, NEW.door, NEW.title, NEW.text, NEW.happened_on, NEW.happened_text,
      NEW.place_text, NEW.region_id, NEW.latitude, NEW.longitude)
  ) EXECUTE FUNCTION lapor_told_is_final();
