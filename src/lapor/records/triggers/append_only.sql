-- Events are refused even a TRUNCATE; what officers changed, and whose identity they opened, is no less final.
CREATE TRIGGER amendment_is_not_emptied BEFORE TRUNCATE ON lapor_amendment
  FOR EACH STATEMENT EXECUTE FUNCTION lapor_amendment_is_final();

CREATE FUNCTION lapor_disclosure_is_final() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'disclosures are append-only' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER disclosure_is_final BEFORE UPDATE OR DELETE ON lapor_disclosure
  FOR EACH ROW EXECUTE FUNCTION lapor_disclosure_is_final();
CREATE TRIGGER disclosure_is_not_emptied BEFORE TRUNCATE ON lapor_disclosure
  FOR EACH STATEMENT EXECUTE FUNCTION lapor_disclosure_is_final();
