package dev.quell.security.masking;

import dev.quell.call.CallerNumber;
import dev.quell.call.CallerNumber.E164;
import dev.quell.security.audit.Audit;
import dev.quell.security.audit.Deed;
import dev.quell.security.people.CurrentPerson;
import dev.quell.security.people.Person;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * Whole numbers that people type who do not see numbers whole: each is noted in the audit, masked, and of each account {@value #MOST} different ones an hour are
 * answered by this instance. A mask hides some hundred thousand numbers, and answers would tell one by one whether it is this one.
 */
@Component
public final class Questions {
    static final int MOST = 60;
    static final Duration TERM = Duration.ofHours(1);

    private final Audit audit;
    private final Clock clock;
    private final Map<String, Map<String, Instant>> asked = new HashMap<>();

    public Questions(Audit audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The number that a text means: one from a link, which was given, or one that somebody typed and may ask for.
     *
     * @param typed reads what is no link's
     * @return empty if it means none
     * @throws TooManyQuestions if too many others were asked for
     */
    public Optional<CallerNumber> read(String text, Function<String, Optional<CallerNumber>> typed) {
        if (Masking.isSealed(text)) {
            return Masking.sealed(text);
        }
        Optional<CallerNumber> number = typed.apply(text).or(() -> Masking.caller(text));
        number.ifPresent(this::ask);
        return number;
    }

    /**
     * Takes a text that is looked for as it stands: each number in it counts as one that is asked for.
     *
     * @throws TooManyQuestions if too many others were asked for
     */
    public void look(String text) {
        var _ = WrittenNumbers.replaced(text, number -> {
            ask(number);
            return number;
        });
    }

    private void ask(CallerNumber caller) {
        if (caller instanceof E164(String number)) {
            ask(number);
        }
    }

    private void ask(String number) {
        if (!Masking.whole() && !Revealed.here(number)) {
            Person person = CurrentPerson.get();
            if (isNew(person.id(), number)) {
                audit.note(Deed.NUMBER_ASKED, Mask.of(number), "", "");
            }
        }
    }

    private synchronized boolean isNew(String who, String number) {
        Instant now = clock.instant();
        Map<String, Instant> lately = asked.computeIfAbsent(who, each -> new LinkedHashMap<>());
        lately.values().removeIf(at -> !now.isBefore(at.plus(TERM)));
        if (lately.containsKey(number)) {
            return false;
        }
        if (lately.size() >= MOST) {
            throw new TooManyQuestions();
        }
        lately.put(number, now);
        return true;
    }
}
