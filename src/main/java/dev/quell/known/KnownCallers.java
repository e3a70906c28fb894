package dev.quell.known;

import dev.quell.call.CallSettings;
import dev.quell.call.CallerNumber;
import dev.quell.call.FairTime;
import dev.quell.history.KnownAs;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Who is known, and as what. Look-ups are answered from memory; what people and the dialplan say is durable before it counts. What the site's file says
 * counts beside it and is not written down.
 */
@Component
public final class KnownCallers implements InitializingBean {

    /** How many are kept at most, those of the file not counted. */
    static final int MOST = 1_000_000;

    private final KnownCallerStore store;
    private final CallSettings calls;
    private final KnownCallerSettings settings;
    private final Clock clock;
    private final FairTime time;
    private final KnownTable kept = new KnownTable();
    private volatile KnownTable file = new KnownTable();

    @Autowired
    KnownCallers(
            KnownCallerStore store,
            CallSettings calls,
            KnownCallerSettings settings,
            Clock clock,
            ObjectProvider<FairTime> time) {
        this(store, calls, settings, clock, time.getIfAvailable(FairTime::trusting));
    }

    /** With a clock that is believed. */
    public KnownCallers(KnownCallerStore store, CallSettings calls, KnownCallerSettings settings, Clock clock) {
        this(store, calls, settings, clock, FairTime.trusting());
    }

    KnownCallers(KnownCallerStore store, CallSettings calls, KnownCallerSettings settings, Clock clock, FairTime time) {
        this.store = store;
        this.calls = calls;
        this.settings = settings;
        this.clock = clock;
        this.time = time;
    }

    /** Reads what was kept. */
    @Override
    public void afterPropertiesSet() {
        kept.put(store.all(time.favour(clock.instant())));
    }

    /** As what a caller is known at a moment; nothing for a stranger. */
    public Set<KnownAs> as(CallerNumber caller, Instant at) {
        List<KnownCaller> told = kept.of(caller);
        List<KnownCaller> listed = file.of(caller);
        if (told.isEmpty() && listed.isEmpty()) {
            return Set.of();
        }
        Instant earliest = time.favour(at);
        EnumSet<KnownAs> as = EnumSet.noneOf(KnownAs.class);
        Stream.concat(told.stream(), listed.stream())
                .filter(known -> known.holds(earliest))
                .forEach(known -> as.add(known.as()));
        return Set.copyOf(as);
    }

    /** What holds now of a caller. */
    public List<KnownCaller> of(CallerNumber caller) {
        Instant now = clock.instant();
        return Stream.concat(kept.of(caller).stream(), file.of(caller).stream())
                .filter(known -> known.holds(now))
                .sorted(ORDER)
                .toList();
    }

    private static final Comparator<KnownCaller> ORDER = Comparator.comparing(
                    (KnownCaller known) -> known.caller().key())
            .thenComparing(KnownCaller::as)
            .thenComparing(KnownCaller::origin);

    /**
     * What holds now, in the order of numbers.
     *
     * @param after only numbers after this one's key, empty from the first
     */
    public List<KnownCaller> page(String after, Predicate<KnownCaller> wanted, int limit) {
        Instant now = clock.instant();
        return Stream.concat(kept.all(), file.all())
                .filter(known -> known.caller().key().compareTo(after) > 0)
                .filter(known -> known.holds(now))
                .filter(wanted)
                .sorted(ORDER)
                .limit(limit)
                .toList();
    }

    /** Why a number cannot be made known; empty if it can. */
    public Optional<String> refusal(CallerNumber caller) {
        if (!caller.identifies()) {
            return Optional.of(
                    "is not a possible number; write +8613800138000, 13800138000 or a short number such as 8001");
        }
        if (calls.isOwn(caller)) {
            return Optional.of("is one of the site's own numbers: who shows it is an impostor");
        }
        return Optional.empty();
    }

    /** Why something cannot be known until a moment; empty if it can. */
    public Optional<String> refusal(KnownAs as, Optional<Instant> until) {
        Instant now = clock.instant();
        if (until.filter(end -> !end.isAfter(now)).isPresent()) {
            return Optional.of("is past: it is now " + now.truncatedTo(ChronoUnit.SECONDS));
        }
        boolean tooLong = as == KnownAs.DIALLED
                && until.filter(end -> end.isAfter(now.plus(settings.dialledFor())))
                        .isPresent();
        return tooLong
                ? Optional.of("is too far off: a dialled number is known for "
                        + settings.dialledFor().toDays() + "d at most (quell.known-callers.dialled-for)")
                : Optional.empty();
    }

    /** Keeps callers for which there is no {@link #refusal}; who was dialled and has no end gets the longest. */
    public void put(Collection<KnownCaller> known) {
        List<KnownCaller> ended = known.stream().map(this::ended).toList();
        if (kept.size() + ended.size() > MOST) {
            expire();
        }
        if (kept.size() + ended.size() > MOST) {
            throw new IllegalStateException("more than " + MOST + " known callers; take some back first");
        }
        store.put(ended);
        kept.put(ended);
    }

    private KnownCaller ended(KnownCaller known) {
        return known.as() == KnownAs.DIALLED && known.until().isEmpty()
                ? new KnownCaller(
                        known.caller(),
                        known.as(),
                        known.origin(),
                        known.author(),
                        known.since(),
                        Optional.of(known.since().plus(settings.dialledFor())))
                : known;
    }

    /** The site's dialplan called a number; one that identifies nobody is passed over. */
    public void dialled(CallerNumber number, String server, Instant at) {
        boolean already = kept.of(number).stream()
                .anyMatch(
                        known -> known.as() == KnownAs.DIALLED && !known.since().isBefore(at));
        if (number.identifies() && !calls.isOwn(number) && !already) {
            put(List.of(new KnownCaller(
                    number, KnownAs.DIALLED, KnownCaller.Origin.DIALPLAN, server, at, Optional.empty())));
        }
    }

    /** Takes back what people or the dialplan said; tells whether there was anything. What stands in the file stays. */
    public boolean remove(CallerNumber caller, KnownAs as) {
        boolean removed = store.remove(caller, as, clock.instant());
        kept.remove(caller, as);
        return removed;
    }

    /** Another instance was told of callers, or that they are no longer known; here it is durable already. */
    public void heard(Collection<KnownCaller> known, Collection<KnownCaller> takenBack) {
        kept.put(known);
        takenBack.forEach(gone -> kept.remove(gone.caller(), gone.as()));
    }

    /** From now on the file says this, and nothing else. */
    void fileSays(Collection<KnownCaller> listed) {
        KnownTable table = new KnownTable();
        table.put(listed);
        file = table;
    }

    /** Forgets what no longer holds. */
    void expire() {
        kept.expire(time.favour(clock.instant()));
    }
}
