-- What a claim has to know of a probe, beside its due time: how long a run can last, and which version of its settings counts.
ALTER TABLE probe_schedule
    ADD COLUMN longest_ms bigint,
    ADD COLUMN version    int;
UPDATE probe_schedule schedule
   SET longest_ms = probe.confirm_attempts * probe.timeout_ms + (probe.confirm_attempts - 1) * probe.confirm_delay_ms,
       version = probe.version
  FROM probe WHERE probe.id = schedule.probe_id;
ALTER TABLE probe_schedule
    ALTER COLUMN longest_ms SET NOT NULL,
    ALTER COLUMN version SET NOT NULL;
