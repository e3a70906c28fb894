package dev.quell.testing;

import dev.quell.call.CallId;
import dev.quell.call.CallerNumber;
import dev.quell.flag.Flag;
import dev.quell.flag.FlagQuery;
import dev.quell.flag.FlagReason;
import dev.quell.flag.FlagStore;
import dev.quell.flag.trust.FlagLedger;
import dev.quell.history.PastFlag;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Flags in memory. */
public final class MemoryFlags implements FlagStore {

    private final List<Flag> flags = new ArrayList<>();
    private final FlagLedger ledger;
    private long serial;

    /** In which every agent's flags count whole. */
    public MemoryFlags() {
        this(new FlagLedger());
    }

    /** In which an agent's flags count as much as a ledger says. */
    public MemoryFlags(FlagLedger ledger) {
        this.ledger = ledger;
    }

    @Override
    public Flag add(Flag flag) {
        Optional<Flag> same = flags.stream()
                .filter(old -> old.undoneAt().isEmpty()
                        && old.call().equals(flag.call())
                        && old.agent().equals(flag.agent()))
                .findFirst();
        Flag kept = new Flag(
                same.map(Flag::id).orElseGet(() -> ++serial),
                flag.call(),
                flag.caller(),
                flag.agent(),
                flag.reason() == FlagReason.UNSPECIFIED
                        ? same.map(Flag::reason).orElse(FlagReason.UNSPECIFIED)
                        : flag.reason(),
                flag.note(),
                same.map(Flag::at).orElse(flag.at()),
                Optional.empty());
        same.ifPresent(flags::remove);
        flags.add(kept);
        return kept;
    }

    @Override
    public Optional<Flag> undo(long id, String by, Instant now) {
        Optional<Flag> standing = flags.stream()
                .filter(flag -> flag.id() == id && flag.undoneAt().isEmpty())
                .findFirst();
        return standing.map(flag -> {
            Flag undone = new Flag(
                    id,
                    flag.call(),
                    flag.caller(),
                    flag.agent(),
                    flag.reason(),
                    flag.note(),
                    flag.at(),
                    Optional.of(now));
            flags.set(flags.indexOf(flag), undone);
            return undone;
        });
    }

    @Override
    public Optional<Flag> newestOf(String agent, Instant notBefore) {
        return flags.stream()
                .filter(flag -> flag.agent().equals(agent) && flag.undoneAt().isEmpty())
                .filter(flag -> !flag.at().isBefore(notBefore))
                .max(Comparator.comparing(Flag::at));
    }

    @Override
    public List<Flag> of(CallId call) {
        return flags.stream().filter(flag -> flag.call().equals(call)).toList();
    }

    @Override
    public List<Flag> page(FlagQuery query) {
        return flags.stream()
                .filter(query::wants)
                .sorted(FlagQuery.NEWEST_FIRST)
                .limit(query.limit())
                .toList();
    }

    @Override
    public List<Flag> since(Instant from, int limit) {
        return flags.stream()
                .filter(flag -> !flag.at().isBefore(from))
                .sorted(Comparator.comparing(Flag::at).reversed())
                .limit(limit)
                .toList();
    }

    /** The standing flags on a caller, oldest first. */
    List<PastFlag> on(CallerNumber caller) {
        return flags.stream()
                .filter(flag -> flag.caller().equals(caller) && flag.undoneAt().isEmpty())
                .sorted(Comparator.comparing(Flag::at))
                .map(flag -> new PastFlag(
                        flag.at(),
                        flag.agent(),
                        flag.reason().name().toLowerCase(Locale.ROOT),
                        ledger.weight(flag.agent())))
                .toList();
    }
}
