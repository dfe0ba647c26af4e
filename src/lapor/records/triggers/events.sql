-- Events are append-only: nothing of the history is ever changed or removed.
CREATE FUNCTION lapor_event_is_final() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'events are append-only' USING ERRCODE = 'integrity_constraint_violation';
END $$;

CREATE TRIGGER event_is_final BEFORE UPDATE OR DELETE ON lapor_event
  FOR EACH ROW EXECUTE FUNCTION lapor_event_is_final();
CREATE TRIGGER event_is_not_emptied BEFORE TRUNCATE ON lapor_event
  FOR EACH STATEMENT EXECUTE FUNCTION lapor_event_is_final();

-- A report changes its state only together with an event of the same transaction.
CREATE FUNCTION lapor_state_needs_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM lapor_event
    WHERE report_id = NEW.id AND number = NEW.event_count AND to_state = NEW.state
      AND hash = NEW.last_hash AND transaction = pg_current_xact_id()::text::bigint
  ) THEN
    RAISE EXCEPTION 'report % changed without an event of this transaction', NEW.code
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION lapor_report_needs_receipt() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM lapor_event
    WHERE report_id = NEW.id AND number = 1 AND transaction = pg_current_xact_id()::text::bigint
  ) THEN
    RAISE EXCEPTION 'report % was stored without its first event', NEW.code
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END $$;

-- Deferred, because a new report has to exist before its first event can point to it.
CREATE CONSTRAINT TRIGGER report_starts_with_event AFTER INSERT ON lapor_report
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION lapor_report_needs_receipt();
CREATE CONSTRAINT TRIGGER report_state_has_event AFTER UPDATE OF state ON lapor_report
  NOT DEFERRABLE FOR EACH ROW WHEN (OLD.state IS DISTINCT FROM NEW.state)
  EXECUTE FUNCTION lapor_state_needs_event();

-- Reports are never deleted: nothing a person told vanishes.
CREATE FUNCTION lapor_report_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'reports are never deleted' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER report_stays BEFORE DELETE ON lapor_report
  FOR EACH ROW EXECUTE FUNCTION lapor_report_stays();

-- What officers changed in administration stays told, too.
CREATE FUNCTION lapor_amendment_is_final() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'amendments are append-only' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER amendment_is_final BEFORE UPDATE OR DELETE ON lapor_amendment
  FOR EACH ROW EXECUTE FUNCTION lapor_amendment_is_final();
