INSERT INTO cramp (id, created_ms, changed_ms, night, muscle, side, severity, time_known, began_local, began_offset_s,
                   duration_min, woke_me, hard_knot, sore_next_day, note)
VALUES (:id, :created_ms, :changed_ms, :night, :muscle, :side, :severity, :time_known, :began_local, :began_offset_s,
        :duration_min, :woke_me, :hard_knot, :sore_next_day, :note)
ON CONFLICT (id) DO UPDATE
SET created_ms = :created_ms, changed_ms = :changed_ms, night = :night, muscle = :muscle, side = :side,
    severity = :severity, time_known = :time_known, began_local = :began_local, began_offset_s = :began_offset_s,
    duration_min = :duration_min, woke_me = :woke_me, hard_knot = :hard_knot, sore_next_day = :sore_next_day, note = :note
