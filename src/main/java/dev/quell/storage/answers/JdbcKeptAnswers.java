package dev.quell.storage.answers;

import dev.quell.share.KeptAnswers;
import dev.quell.storage.database.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
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
    public Claim claim(String key, Duration term) {
        Instant now = clock.instant();
        return database.writeNow(connection -> claim(connection, key, now, now.plus(term)));
    }

    private static Claim claim(JdbcClient connection, String key, Instant now, Instant until) {
        int claimed = connection
                .sql("""
                        insert into kept_answers (key, until) values (:key, :until)
                        on conflict (key) do update set answer = null, until = excluded.until where kept_answers.until <= :now""")
                .params(Map.of("key", key, "until", until.toEpochMilli(), "now", now.toEpochMilli()))
                .update();
        if (claimed == 1) {
            return new Mine();
        }
        return connection
                .sql("select answer from kept_answers where key = :key")
                .param("key", key)
                .query((row, number) -> {
                    @Nullable String answer = row.getString(1);
                    return answer == null ? (Claim) new Running() : new Done(answer);
                })
                .optional()
                .orElseGet(Running::new);
    }

    @Override
    public void keep(String key, String answer, Duration time) {
        long until = clock.instant().plus(time).toEpochMilli();
        database.writeNow(connection -> connection
                .sql("update kept_answers set answer = :answer, until = :until where key = :key")
                .param("answer", answer)
                .param("until", until)
                .param("key", key)
                .update());
    }

    @Override
    public void giveBack(String key) {
        database.writeNow(connection -> connection
                .sql("delete from kept_answers where key = :key and answer is null")
                .param("key", key)
                .update());
    }
}
