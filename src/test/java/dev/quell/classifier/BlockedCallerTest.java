package dev.quell.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.blocklist.ListEntry;
import dev.quell.blocklist.ListKind;
import dev.quell.blocklist.ListMatch;
import dev.quell.blocklist.ListPattern;
import dev.quell.call.Line;
import dev.quell.call.Line.BlockedPolicy;
import dev.quell.call.Line.ListenPolicy;
import dev.quell.call.Profile;
import dev.quell.classifier.Precedence.Decision;
import dev.quell.classifier.rules.context.Flood;
import dev.quell.classifier.rules.counted.LineListens;
import dev.quell.classifier.rules.counted.Listed;
import dev.quell.history.CallerProfile;
import dev.quell.history.KnownAs;
import dev.quell.testing.CallBuilder;
import dev.quell.traffic.Surroundings;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BlockedCallerTest {

    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
    private static final Line STANDARD = Line.standard("4001");

    private final Precedence precedence = new Precedence(new ClassifierSettings.Thresholds(0.50, 0.80, 0.95));

    @Test
    void withoutFurtherEvidenceIsAbusive() {
        assertThat(decide(CallClass.NORMAL, finding(new Listed(ListKind.BLOCK), false)))
                .isEqualTo(new Decision(Action.DETER, "block-list", CallClass.ABUSIVE));
    }

    @Test
    void isOfTheClassThatTheEvidenceSuspects() {
        assertThat(decide(CallClass.SILENT, finding(new Listed(ListKind.BLOCK), false)))
                .isEqualTo(new Decision(Action.DETER, "block-list", CallClass.SILENT));
    }

    @Test
    void isOfTheClassThatACountedRuleTellsBeforeThat() {
        assertThat(decide(CallClass.SILENT, finding(new Flood(), false)).callClass())
                .isEqualTo(CallClass.FLOOD);
    }

    @Test
    void isNotOfTheClassOfACountedRuleThatIsMutedOrTellsNone() {
        assertThat(decide(CallClass.SILENT, finding(new Flood(), true)).callClass())
                .isEqualTo(CallClass.SILENT);
        assertThat(decide(CallClass.SILENT, finding(new LineListens(), false)).callClass())
                .isEqualTo(CallClass.SILENT);
    }

    @Test
    void isRefusedOnALineThatRefuses() {
        assertThat(decide(line(Profile.STANDARD, BlockedPolicy.REJECT), Set.of()))
                .isEqualTo(new Decision(Action.REJECT, "block-list", CallClass.ABUSIVE));
    }

    @Test
    void isTaggedOnAProtectedLine() {
        assertThat(decide(line(Profile.PROTECTED, BlockedPolicy.REJECT), Set.of()))
                .isEqualTo(new Decision(Action.TAG, "protected-line", CallClass.ABUSIVE));
    }

    @Test
    void whoIsACustomerIsTaggedWhoWasDialledIsNot() {
        assertThat(decide(STANDARD, Set.of(KnownAs.CUSTOMER)))
                .isEqualTo(new Decision(Action.TAG, "known-customer", CallClass.ABUSIVE));
        assertThat(decide(STANDARD, Set.of(KnownAs.DIALLED)))
                .isEqualTo(new Decision(Action.DETER, "block-list", CallClass.ABUSIVE));
    }

    private static Line line(Profile profile, BlockedPolicy blocked) {
        return new Line("4001", "test", profile, ListenPolicy.SUSPECTS, blocked);
    }

    private Decision decide(CallClass suspected, Finding... findings) {
        return precedence.decide(blocked(STANDARD, Set.of()), List.of(findings), 0.03, Set.of(), suspected);
    }

    private Decision decide(Line line, Set<KnownAs> known) {
        return precedence.decide(blocked(line, known), List.of(), 0.03, Set.of(), CallClass.NORMAL);
    }

    private static Evidence blocked(Line line, Set<KnownAs> known) {
        ListMatch entry = new ListMatch(
                7,
                ListKind.BLOCK,
                ListPattern.parse("+8613800138000"),
                ListEntry.Origin.MANUAL,
                Optional.of(NOW.plusSeconds(60)));
        return Evidence.arriving(
                CallBuilder.aCall().to(line).at(NOW),
                new CallerProfile(List.of(), List.of(), known, NOW),
                Surroundings.CALM,
                Optional.of(entry),
                true);
    }

    private static Finding finding(Rule rule, boolean muted) {
        return new Finding(rule, Catalogue.shipped().find(rule.symbol()).orElseThrow(), Hit.WHOLE, muted);
    }
}
