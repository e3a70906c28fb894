package dev.quell.storage.redis.agree;

import dev.quell.share.KeptAnswers;
import dev.quell.storage.redis.link.Keys;
import dev.quell.storage.redis.link.RedisLink;
import dev.quell.storage.redis.link.Script;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.SetArgs;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** Kept answers that all instances see. Fails at once while Redis is away. */
public final class RedisKeptAnswers implements KeptAnswers {

    /** Before an answer. */
    private static final String ANSWER = "a";

    /** Before the mark of who has claimed it. */
    private static final String CLAIM = "r";

    private static final Script UNCLAIM = Script.of("unclaim", ScriptOutputType.INTEGER);

    private final RedisLink link;

    public RedisKeptAnswers(RedisLink link) {
        this.link = link;
    }

    @Override
    public Claim claim(String key, String owner, Duration life) {
        @Nullable
        String set = link.tell(redis -> redis.set(
                        Keys.answer(key),
                        bytes(CLAIM + owner),
                        SetArgs.Builder.nx().px(life.toMillis())))
                .join();
        if (set != null) {
            return new Mine();
        }
        byte @Nullable [] known =
                link.tell(redis -> redis.get(Keys.answer(key))).join();
        if (known == null || known.length == 0) {
            throw new CompletionException(new IllegalStateException("a claim ended while it was looked at"));
        }
        String text = new String(known, StandardCharsets.US_ASCII);
        if (text.startsWith(ANSWER)) {
            return new Done(text.substring(ANSWER.length()));
        }
        return text.equals(CLAIM + owner) ? new Mine() : new Running(text.substring(CLAIM.length()));
    }

    @Override
    public void keep(String key, String answer, Duration time) {
        byte[] marked = bytes(ANSWER + answer);
        link.tell(redis -> redis.set(Keys.answer(key), marked, SetArgs.Builder.px(time.toMillis())))
                .join();
    }

    @Override
    public void giveBack(String key, String owner) {
        link.tell(redis -> UNCLAIM.<Long>run(redis, new String[] {Keys.answer(key)}, bytes(CLAIM + owner)))
                .join();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
