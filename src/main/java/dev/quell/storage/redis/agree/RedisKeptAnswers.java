package dev.quell.storage.redis.agree;

import dev.quell.share.KeptAnswers;
import dev.quell.storage.redis.link.Keys;
import dev.quell.storage.redis.link.RedisLink;
import io.lettuce.core.SetArgs;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** Kept answers that all instances see. Fails at once while Redis is away. */
public final class RedisKeptAnswers implements KeptAnswers {

    /** Before an answer; a claim has it alone. */
    private static final String MARK = "a";

    private static final String CLAIM = "r";

    private final RedisLink link;

    public RedisKeptAnswers(RedisLink link) {
        this.link = link;
    }

    @Override
    public Claim claim(String key, Duration term) {
        @Nullable
        String set = link.tell(redis -> redis.set(
                        Keys.answer(key), bytes(CLAIM), SetArgs.Builder.nx().px(term.toMillis())))
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
        return text.startsWith(MARK) ? new Done(text.substring(MARK.length())) : new Running();
    }

    @Override
    public void keep(String key, String answer, Duration time) {
        byte[] marked = bytes(MARK + answer);
        link.tell(redis -> redis.set(Keys.answer(key), marked, SetArgs.Builder.px(time.toMillis())))
                .join();
    }

    @Override
    public void giveBack(String key) {
        link.tell(redis -> redis.del(Keys.answer(key))).join();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
