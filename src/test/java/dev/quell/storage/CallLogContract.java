package dev.quell.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.call.CallId;
import dev.quell.call.CallOutcome;
import dev.quell.call.CallerNumber;
import dev.quell.call.IncomingCall;
import dev.quell.calllog.CallFilter;
import dev.quell.calllog.CallLog;
import dev.quell.calllog.CallLog.Query;
import dev.quell.calllog.CallerFilter;
import dev.quell.calllog.LoggedCall;
import dev.quell.classifier.Action;
import dev.quell.classifier.CallClass;
import dev.quell.classifier.Family;
import dev.quell.classifier.Seen;
import dev.quell.classifier.Symbol;
import dev.quell.classifier.Verdict;
import dev.quell.screening.CallJournal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the call log promises. */
abstract class CallLogContract extends StoreContract {

    private static final CallerNumber OTHER = new CallerNumber.E164("+8613900139000");

    private CallJournal journal;
    private CallLog log;

    @BeforeEach
    void make() {
        journal = journalOver(database());
        log = callLog();
    }

    private void write(int n, CallerNumber caller, Instant at) {
        journal.screened(Calls.screened(n, Calls.incoming(n, caller, at), Calls.verdict(Action.PASS, CallClass.NORMAL)))
                .join();
    }

    private List<CallId> search(Optional<CallerNumber> caller, Instant from, Instant before, int limit) {
        CallFilter.Builder filter = CallFilter.builder(from, before);
        caller.map(CallerFilter.Exact::new).ifPresent(filter::caller);
        return log.search(new Query(filter.build(), Optional.empty(), limit)).calls().stream()
                .map(LoggedCall::id)
                .toList();
    }

    @Test
    void livingCallHasNoEnd() {
        write(1, Calls.CALLER, Calls.NOW);

        LoggedCall call = log.find(Calls.id(1)).orElseThrow();

        assertThat(call.endedAt()).isEmpty();
        assertThat(call.way()).isEmpty();
        assertThat(call.withAgent()).isEmpty();
        assertThat(call.packets()).isEmpty();
        assertThat(call.outcome()).isEqualTo(CallOutcome.UNKNOWN);
        assertThat(call.outcomeBecause()).isEmpty();
        assertThat(call.conduct()).isEmpty();
        assertThat(call.hindsight()).isEmpty();
    }

    @Test
    void searchGivesTheNewestFirst() {
        write(1, Calls.CALLER, Calls.NOW);
        write(2, Calls.CALLER, Calls.NOW.plusMillis(2));
        write(3, OTHER, Calls.NOW.plusMillis(1));

        assertThat(search(Optional.empty(), Calls.NOW, Calls.NOW.plusSeconds(1), 10))
                .containsExactly(Calls.id(2), Calls.id(3), Calls.id(1));
    }

    @Test
    void searchTakesItsStartInAndLeavesItsEndOut() {
        write(1, Calls.CALLER, Calls.NOW.minusMillis(1));
        write(2, Calls.CALLER, Calls.NOW);
        write(3, Calls.CALLER, Calls.NOW.plusMillis(9));
        write(4, Calls.CALLER, Calls.NOW.plusMillis(10));

        assertThat(search(Optional.empty(), Calls.NOW, Calls.NOW.plusMillis(10), 10))
                .containsExactly(Calls.id(3), Calls.id(2));
    }

    @Test
    void searchForACallerLeavesOthersOut() {
        write(1, Calls.CALLER, Calls.NOW);
        write(2, OTHER, Calls.NOW);

        assertThat(search(Optional.of(OTHER), Calls.NOW, Calls.NOW.plusSeconds(1), 10))
                .containsExactly(Calls.id(2));
    }

    @Test
    void searchGivesNoMoreThanItsLimit() {
        write(1, Calls.CALLER, Calls.NOW);
        write(2, Calls.CALLER, Calls.NOW.plusMillis(1));

        assertThat(search(Optional.empty(), Calls.NOW, Calls.NOW.plusSeconds(1), 1))
                .containsExactly(Calls.id(2));
    }

    @Test
    void caseNumberGivenTwiceMeansTheNewerCall() {
        journal.screened(Calls.screened(7)).join();
        Verdict verdict = Calls.verdict(Action.TAG, CallClass.SILENT);
        CallId newer = new CallId("pbx2", "1763800001.1");
        var incoming = Calls.incoming(8, OTHER, Calls.NOW.plusSeconds(1));
        var moved = new IncomingCall(
                newer,
                incoming.channel(),
                incoming.caller(),
                incoming.name(),
                incoming.asserted(),
                incoming.attestation(),
                incoming.trunk(),
                incoming.trunkTrusted(),
                incoming.line(),
                incoming.fingerprint(),
                incoming.forwarded(),
                incoming.callback(),
                incoming.language(),
                incoming.arrivedAt());
        journal.screened(Calls.screened(7, moved, verdict)).join();

        assertThat(log.findCase("00000007").map(LoggedCall::id)).contains(newer);
        assertThat(log.findCase("00000008")).isEmpty();
    }

    @Test
    void scanReadsThePeriodOldestFirst() {
        write(1, Calls.CALLER, Calls.NOW.plusMillis(10));
        write(2, Calls.CALLER, Calls.NOW.plusMillis(9));
        write(3, OTHER, Calls.NOW);
        write(4, OTHER, Calls.NOW.minusMillis(1));

        List<CallId> seen = new ArrayList<>();
        log.scan(Calls.NOW, Calls.NOW.plusMillis(10), call -> seen.add(call.id()));

        assertThat(seen).containsExactly(Calls.id(3), Calls.id(2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'; drop table calls; --",
                "\"\\\"'`",
                "${SHELL(id)}",
                ":id ? ?1 $1 @x",
                "名前\u202etxt.exe",
                "=cmd|' /C calc'!A0",
                "\u0000\r\n\t",
                "<script>alert(1)</script>"
            })
    void hostileTextComesBackAsItWas(String text) {
        Symbol symbol = new Symbol("X", Family.IDENTITY, 0, 0, new Seen(Long.MAX_VALUE, -1));
        Verdict verdict = new Verdict(Action.PASS, CallClass.NORMAL, 0, List.of(symbol), text, text);
        Verdict kept = new Verdict(Action.PASS, CallClass.NORMAL, 0, List.of(symbol), kept(text), kept(text));
        journal.screened(Calls.screened(1, Calls.incoming(1, Calls.CALLER, Calls.NOW, text), verdict))
                .join();

        LoggedCall call = log.find(Calls.id(1)).orElseThrow();

        assertThat(call.name()).isEqualTo(kept(text));
        assertThat(call.verdict()).contains(kept);
    }

    /** What the database can hold of a text. */
    String kept(String text) {
        return text;
    }
}
