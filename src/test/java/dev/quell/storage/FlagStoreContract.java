package dev.quell.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.call.CallerNumber;
import dev.quell.flag.Flag;
import dev.quell.flag.FlagQuery;
import dev.quell.flag.FlagReason;
import dev.quell.flag.FlagStore;
import dev.quell.storage.jdbc.JdbcFlagStore;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the store of flags promises. */
abstract class FlagStoreContract extends StoreContract {

    private static final Instant NOW = Calls.NOW;

    private FlagStore store;

    @BeforeEach
    void make() {
        store = new JdbcFlagStore(database());
    }

    private static Flag flag(int call, String agent, FlagReason reason, Instant at) {
        return new Flag(0, Calls.id(call), Calls.CALLER, agent, reason, "shouts", at, Optional.empty());
    }

    @Test
    void flagComesBackAsItWasWithANumber() {
        Flag given = flag(1, "PJSIP/1001", FlagReason.ABUSE, NOW);

        Flag kept = store.add(given);

        assertThat(kept.id()).isPositive();
        assertThat(kept).usingRecursiveComparison().ignoringFields("id").isEqualTo(given);
        assertThat(store.of(Calls.id(1))).containsExactly(kept);
    }

    @Test
    void agentsSecondFlagOnACallReplacesTheReasonOnly() {
        Flag first = store.add(flag(1, "PJSIP/1001", FlagReason.UNSPECIFIED, NOW));

        Flag second = store.add(flag(1, "PJSIP/1001", FlagReason.THREAT, NOW.plusSeconds(2)));

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.at()).isEqualTo(NOW);
        assertThat(second.reason()).isEqualTo(FlagReason.THREAT);
        assertThat(store.add(flag(1, "PJSIP/1001", FlagReason.UNSPECIFIED, NOW)).reason())
                .as("a flag told again without its reason")
                .isEqualTo(FlagReason.THREAT);
        assertThat(store.of(Calls.id(1))).containsExactly(second);
    }

    @Test
    void noteStaysIfTheSecondFlagHasNone() {
        store.add(flag(1, "PJSIP/1001", FlagReason.UNSPECIFIED, NOW));

        Flag second = store.add(
                new Flag(0, Calls.id(1), Calls.CALLER, "PJSIP/1001", FlagReason.ABUSE, "", NOW, Optional.empty()));

        assertThat(second.note()).isEqualTo("shouts");
    }

    @Test
    void anotherAgentsOrAnotherCallsFlagIsANewOne() {
        Flag first = store.add(flag(1, "PJSIP/1001", FlagReason.ABUSE, NOW));
        Flag second = store.add(flag(1, "PJSIP/1002", FlagReason.ABUSE, NOW.plusSeconds(1)));
        store.add(flag(2, "PJSIP/1001", FlagReason.ABUSE, NOW));

        assertThat(store.of(Calls.id(1))).containsExactly(first, second);
    }

    @Test
    void flagTakenBackNoLongerStandsButIsKept() {
        Flag kept = store.add(flag(1, "PJSIP/1001", FlagReason.ABUSE, NOW));

        Optional<Flag> undone = store.undo(kept.id(), "supervisor", NOW.plusSeconds(5));

        assertThat(undone.orElseThrow().undoneAt()).contains(NOW.plusSeconds(5));
        assertThat(database()
                        .reader()
                        .sql("select undone_by from flags")
                        .query(String.class)
                        .single())
                .isEqualTo("supervisor");
        assertThat(store.undo(kept.id(), "supervisor", NOW.plusSeconds(6))).isEmpty();
        assertThat(store.undo(kept.id() + 1, "supervisor", NOW)).isEmpty();
        assertThat(store.newestOf("PJSIP/1001", NOW)).isEmpty();
        assertThat(store.of(Calls.id(1))).containsExactly(undone.get());
    }

    @Test
    void flagAfterAnUndoIsANewOne() {
        Flag first = store.add(flag(1, "PJSIP/1001", FlagReason.ABUSE, NOW));
        store.undo(first.id(), "supervisor", NOW.plusSeconds(1));

        Flag second = store.add(flag(1, "PJSIP/1001", FlagReason.SALES, NOW.plusSeconds(2)));

        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(second.at()).isEqualTo(NOW.plusSeconds(2));
    }

    @Test
    void newestStandingFlagIsNotOlderThanAsked() {
        store.add(flag(1, "PJSIP/1001", FlagReason.ABUSE, NOW.minusSeconds(9)));
        Flag newest = store.add(flag(2, "PJSIP/1001", FlagReason.ABUSE, NOW));
        store.add(flag(3, "PJSIP/1002", FlagReason.ABUSE, NOW.plusSeconds(9)));

        assertThat(store.newestOf("PJSIP/1001", NOW)).contains(newest);
        assertThat(store.newestOf("PJSIP/1001", NOW.plusMillis(1))).isEmpty();
    }

    @Test
    void flagsSinceAMomentComeNewestFirstUpToALimit() {
        store.add(flag(1, "PJSIP/1001", FlagReason.ABUSE, NOW.minusMillis(1)));
        Flag second = store.add(flag(2, "PJSIP/1001", FlagReason.ABUSE, NOW));
        Flag third = store.add(flag(3, "PJSIP/1001", FlagReason.ABUSE, NOW.plusMillis(1)));

        assertThat(store.since(NOW, 10)).containsExactly(third, second);
        assertThat(store.since(NOW, 1)).containsExactly(third);
    }

    private static FlagQuery query(
            Optional<String> agent,
            Optional<FlagReason> reason,
            Optional<Boolean> standing,
            Optional<FlagQuery.Place> after,
            int limit) {
        return new FlagQuery(
                NOW, NOW.plusSeconds(10), agent, reason, Optional.empty(), Optional.empty(), standing, after, limit);
    }

    private Flag flagOn(CallerNumber caller, int call) {
        return store.add(
                new Flag(0, Calls.id(call), caller, "PJSIP/1001", FlagReason.ABUSE, "", NOW, Optional.empty()));
    }

    @Test
    void aPageOfABeginningHasAllPublicNumbersThatBeginSo() {
        Flag first = flagOn(new CallerNumber.E164("+8675512340000"), 1);
        Flag last = flagOn(new CallerNumber.E164("+8675599999999"), 2);
        flagOn(new CallerNumber.E164("+8675612340000"), 3);
        flagOn(new CallerNumber.E164("+8675412340000"), 4);
        flagOn(new CallerNumber.Internal("8001"), 5);
        flagOn(new CallerNumber.Withheld(), 6);
        FlagQuery query = new FlagQuery(
                NOW,
                NOW.plusSeconds(10),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("+86755"),
                Optional.empty(),
                Optional.empty(),
                9);

        assertThat(store.page(query)).containsExactly(last, first).allMatch(query::wants);
    }

    @Test
    void aPageMeansWhatItSaysAndIsNewestFirst() {
        store.add(flag(1, "PJSIP/1001", FlagReason.ABUSE, NOW.minusMillis(1)));
        Flag first = store.add(flag(2, "PJSIP/1001", FlagReason.ABUSE, NOW));
        Flag sales = store.add(flag(3, "PJSIP/1001", FlagReason.SALES, NOW.plusSeconds(1)));
        Flag other = store.add(flag(4, "PJSIP/1002", FlagReason.ABUSE, NOW.plusSeconds(2)));
        Flag undone = store.undo(
                        store.add(flag(5, "PJSIP/1001", FlagReason.ABUSE, NOW.plusSeconds(3)))
                                .id(),
                        "li",
                        NOW.plusSeconds(4))
                .orElseThrow();
        store.add(flag(6, "PJSIP/1001", FlagReason.ABUSE, NOW.plusSeconds(10)));

        Optional<String> agent = Optional.of("PJSIP/1001");
        Optional<FlagReason> abuse = Optional.of(FlagReason.ABUSE);
        assertThat(store.page(query(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 9)))
                .containsExactly(undone, other, sales, first);
        assertThat(store.page(query(agent, abuse, Optional.empty(), Optional.empty(), 9)))
                .containsExactly(undone, first);
        assertThat(store.page(query(agent, Optional.empty(), Optional.of(true), Optional.empty(), 9)))
                .containsExactly(sales, first);
        assertThat(store.page(query(Optional.empty(), Optional.empty(), Optional.of(false), Optional.empty(), 9)))
                .containsExactly(undone);
    }

    @Test
    void anAgentsFlagsAreFoundWhereAProgramSaidThem() {
        Flag own = store.add(flag(1, "PJSIP/1001", FlagReason.ABUSE, NOW));
        Flag said = store.add(flag(2, "api for PJSIP/1001", FlagReason.ABUSE, NOW.plusSeconds(1)));
        store.add(flag(3, "api for PJSIP/10012", FlagReason.ABUSE, NOW.plusSeconds(2)));
        store.add(flag(4, "1001", FlagReason.ABUSE, NOW.plusSeconds(3)));
        FlagQuery wanted = query(Optional.of("PJSIP/1001"), Optional.empty(), Optional.empty(), Optional.empty(), 9);

        assertThat(store.page(wanted)).containsExactly(said, own).allMatch(wanted::wants);
    }

    @Test
    void whatStandsAgainstACallerIsFoundApartFromOthers() {
        Flag older = store.add(on("+8613800138001", 1, "PJSIP/1001"));
        Flag newer = store.add(on("+8613800138001", 2, "PJSIP/1002"));
        store.add(on("+8613800138002", 3, "PJSIP/1001"));
        store.undo(store.add(on("+8613800138001", 4, "PJSIP/1003")).id(), "li", NOW);
        FlagQuery wanted = FlagQuery.standingOn(CallerNumber.ofKey("+8613800138001"), 9);

        assertThat(store.page(wanted)).containsExactly(newer, older).allMatch(wanted::wants);
        assertThat(store.page(FlagQuery.standingOn(CallerNumber.ofKey("+8613800138001"), 1)))
                .containsExactly(newer);
    }

    private static Flag on(String number, int call, String agent) {
        Flag some = flag(call, agent, FlagReason.ABUSE, NOW);
        return new Flag(
                0, some.call(), CallerNumber.ofKey(number), agent, some.reason(), "", some.at(), Optional.empty());
    }

    @Test
    void aPageGoesOnAfterAPlaceAlsoWithinAMoment() {
        Flag low = store.add(flag(1, "PJSIP/1001", FlagReason.ABUSE, NOW));
        Flag high = store.add(flag(2, "PJSIP/1001", FlagReason.ABUSE, NOW));

        assertThat(store.page(query(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 1)))
                .containsExactly(high);
        assertThat(store.page(query(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(FlagQuery.Place.of(high)),
                        9)))
                .containsExactly(low);
    }
}
