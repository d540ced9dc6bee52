SELECT food, name, contents, amount_g, portion FROM food WHERE rowid = :newest
