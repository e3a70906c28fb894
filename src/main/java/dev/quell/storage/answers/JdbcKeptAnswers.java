package dev.quell.storage.answers;

import dev.quell.share.KeptAnswers;
import dev.quell.storage.database.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Kept answers over SQL. */
public final class JdbcKeptAnswers implements KeptAnswers {

    private final Database database;
    private final Clock clock;

    public JdbcKeptAnswers(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Claim claim(String key, String owner, Duration life) {
        Instant now = clock.instant();
        return database.writeNow(connection -> claim(connection, key, owner, now, now.plus(life)));
    }

    private static Claim claim(JdbcClient connection, String key, String owner, Instant now, Instant until) {
        int claimed = connection
                .sql("""
                        insert into kept_answers (key, until, owner) values (:key, :until, :owner)
                        on conflict (key) do update set answer = null, until = excluded.until, owner = excluded.owner
                        where kept_answers.until <= :now or (kept_answers.answer is null and kept_answers.owner = excluded.owner)""")
                .params(Map.of("key", key, "until", until.toEpochMilli(), "now", now.toEpochMilli(), "owner", owner))
                .update();
        if (claimed == 1) {
            return new Mine();
        }
        return connection
                .sql("select answer, owner from kept_answers where key = :key")
                .param("key", key)
                .query((row, number) -> {
                    @Nullable String answer = row.getString(1);
                    return answer == null
                            ? (Claim) new Running(Objects.requireNonNullElse(row.getString(2), ""))
                            : new Done(answer);
                })
                .optional()
                .orElseGet(() -> new Running(""));
    }

    @Override
    public void keep(String key, String answer, Duration time) {
        long until = clock.instant().plus(time).toEpochMilli();
        database.writeNow(connection -> connection
                .sql("""
                        insert into kept_answers (key, answer, until) values (:key, :answer, :until)
                        on conflict (key) do update set answer = excluded.answer, until = excluded.until, owner = null""")
                .param("answer", answer)
                .param("until", until)
                .param("key", key)
                .update());
    }

    @Override
    public void giveBack(String key, String owner) {
        database.writeNow(connection -> connection
                .sql("delete from kept_answers where key = :key and answer is null and owner = :owner")
                .param("key", key)
                .param("owner", owner)
                .update());
    }
}
