package dev.quell.security.outside.ldap;

import dev.quell.security.outside.Outsider;
import dev.quell.security.outside.PasswordService;
import dev.quell.security.outside.TurnedAway;
import dev.quell.security.people.PasswordQueue;
import dev.quell.security.people.TooBusyException;
import dev.quell.security.people.Turn;
import dev.quell.security.people.Way;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The directory, asked by one at a time on a thread of its own, so that one that hangs holds up neither calls nor the passwords that are kept here. After a
 * question without an answer those who wait are told at once that it is away, and for a while everybody; a fault of one person's entry holds up nobody else.
 */
final class Directory implements PasswordService, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Directory.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final LdapSettings settings;
    private final Clock clock;
    private final PasswordQueue queue = new PasswordQueue("quell-directory");
    private volatile Instant notBefore = Instant.MIN;
    private @Nullable Asking asking;

    Directory(LdapSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** What came of a question. */
    private sealed interface Answer {
        record Told(Optional<Outsider> who) implements Answer {}

        record Away() implements Answer {}

        /** It has trouble with this person's entry alone, as far as can be told. */
        record Trouble() implements Answer {}

        /** Nobody's password was tried, since whoever asks did not want it. */
        record Stopped(RuntimeException why) implements Answer {}
    }

    @Override
    public Optional<Outsider> check(String name, String password, Turn turn, Consumer<String> found)
            throws TooBusyException {
        Answer answer = isAway() ? new Answer.Away() : queue.work(turn, () -> ask(name, password, found));
        return switch (answer) {
            case Answer.Told(var who) -> who;
            case Answer.Away() -> throw new TurnedAway(Way.LDAP, TurnedAway.Why.AWAY);
            case Answer.Stopped(var why) -> throw why;
            case Answer.Trouble() -> throw TurnedAway.counted(Way.LDAP, TurnedAway.Why.AWAY);
        };
    }

    private boolean isAway() {
        return clock.instant().isBefore(notBefore);
    }

    /** On the thread of the queue alone. */
    private Answer ask(String name, String password, Consumer<String> found) {
        if (isAway()) {
            return new Answer.Away();
        }
        try {
            Asking ready = asking;
            if (ready == null) {
                ready = new Asking(settings);
                asking = ready;
            }
            return new Answer.Told(ready.who(name, password, found));
        } catch (Asking.Stopped e) {
            return new Answer.Stopped(e.why());
        } catch (EntryFault e) {
            LOG.warn("One person cannot sign in by the directory {}; others may: {}", settings.urls(), e.getMessage());
            return new Answer.Trouble();
        } catch (RuntimeException e) {
            notBefore = clock.instant().plus(PAUSE);
            LOG.warn("Nobody can sign in by the directory {}: {}", settings.urls(), EntryFault.words(e));
            return new Answer.Away();
        }
    }

    @Override
    public void close() {
        queue.close();
    }
}
