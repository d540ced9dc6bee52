SELECT cramp.*, (
    SELECT group_concat(relief || ':' || ifnull(helped, ''), ',') FROM cramp_relief WHERE cramp_id = cramp.id
) AS tried
FROM cramp
