package dev.quell.known;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.call.CallSettings;
import dev.quell.call.CallerNumber;
import dev.quell.call.NumberReader;
import dev.quell.history.KnownAs;
import dev.quell.known.KnownCaller.Origin;
import dev.quell.known.KnownCsv.LineFault;
import dev.quell.testing.MovingClock;
import dev.quell.testing.ShippedSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownCallersTest {

    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
    private static final Duration DAYS_7 = Duration.ofDays(7);
    private static final CallerNumber ANN = new CallerNumber.E164("+8613800138000");
    private static final CallerNumber BOB = new CallerNumber.E164("+8613900139000");

    private final MovingClock clock = new MovingClock(NOW);
    private final KnownCallerStore store = new MemoryKnownCallers();
    private final CallSettings calls =
            ShippedSettings.of("quell.call", CallSettings.class, "own-numbers[0]", "+8675512345678");
    private final KnownCallers known = fresh();

    private KnownCallers fresh() {
        KnownCallers callers = new KnownCallers(
                store, calls, ShippedSettings.of("quell.known-callers", KnownCallerSettings.class), clock);
        callers.afterPropertiesSet();
        return callers;
    }

    private KnownCsv csv() {
        return new KnownCsv(new NumberReader(calls), known, clock);
    }

    private static KnownCaller caller(CallerNumber number, KnownAs as, Instant until) {
        return new KnownCaller(number, as, Origin.API, "li", NOW, Optional.ofNullable(until));
    }

    @Test
    void strangerIsKnownAsNothing() {
        assertThat(known.as(ANN, NOW)).isEmpty();
        assertThat(known.as(new CallerNumber.Withheld(), NOW)).isEmpty();
    }

    @Test
    void callerIsKnownUntilTheEndAndAfterARestart() {
        known.put(List.of(caller(ANN, KnownAs.CUSTOMER, NOW.plusSeconds(60)), caller(ANN, KnownAs.OPEN_TICKET, null)));

        assertThat(known.as(ANN, NOW.plusSeconds(59))).containsExactlyInAnyOrder(KnownAs.CUSTOMER, KnownAs.OPEN_TICKET);
        assertThat(known.as(ANN, NOW.plusSeconds(60))).containsExactly(KnownAs.OPEN_TICKET);
        assertThat(fresh().as(ANN, NOW)).containsExactlyInAnyOrder(KnownAs.CUSTOMER, KnownAs.OPEN_TICKET);
        clock.advance(Duration.ofSeconds(60));
        assertThat(fresh().as(ANN, NOW)).containsExactly(KnownAs.OPEN_TICKET);
        assertThat(known.as(BOB, NOW)).isEmpty();
    }

    @Test
    void whatIsSaidAgainOfTheSameKindReplacesIt() {
        known.put(List.of(caller(ANN, KnownAs.CUSTOMER, NOW.plusSeconds(1))));
        known.put(List.of(caller(ANN, KnownAs.CUSTOMER, null)));

        assertThat(known.of(ANN)).containsExactly(caller(ANN, KnownAs.CUSTOMER, null));
    }

    @Test
    void takenBackIsForgotten() {
        known.put(List.of(caller(ANN, KnownAs.CUSTOMER, null), caller(ANN, KnownAs.OPEN_TICKET, null)));

        assertThat(known.remove(ANN, KnownAs.CUSTOMER)).isTrue();
        assertThat(known.remove(ANN, KnownAs.CUSTOMER)).isFalse();
        assertThat(known.as(ANN, NOW)).containsExactly(KnownAs.OPEN_TICKET);
        assertThat(fresh().as(ANN, NOW)).containsExactly(KnownAs.OPEN_TICKET);
    }

    @Test
    void dialledNumberIsKnownForSevenDays() {
        known.dialled(ANN, "pbx", NOW);

        assertThat(known.as(ANN, NOW.plus(DAYS_7).minusMillis(1))).containsExactly(KnownAs.DIALLED);
        assertThat(known.as(ANN, NOW.plus(DAYS_7))).isEmpty();
        assertThat(known.of(ANN)).singleElement().satisfies(one -> {
            assertThat(one.origin()).isEqualTo(Origin.DIALPLAN);
            assertThat(one.author()).isEqualTo("pbx");
        });
    }

    @Test
    void lateTellingOfADialDoesNotShortenALaterOne() {
        known.dialled(ANN, "pbx", NOW);
        known.dialled(ANN, "pbx", NOW.minusSeconds(60));
        assertThat(known.as(ANN, NOW.plus(DAYS_7).minusMillis(1))).containsExactly(KnownAs.DIALLED);

        known.dialled(ANN, "pbx", NOW.plusSeconds(60));

        assertThat(known.as(ANN, NOW.plus(DAYS_7).plusSeconds(59))).containsExactly(KnownAs.DIALLED);
    }

    @Test
    void ownAndImpossibleNumbersAreNeverKnown() {
        CallerNumber own = new CallerNumber.E164("+8675512345678");
        known.dialled(own, "pbx", NOW);
        known.dialled(new CallerNumber.Withheld(), "pbx", NOW);

        assertThat(store.all(NOW)).isEmpty();
        assertThat(known.refusal(own)).hasValueSatisfying(why -> assertThat(why).contains("own numbers"));
        assertThat(known.refusal(new CallerNumber.Invalid("1"))).isPresent();
        assertThat(known.refusal(ANN)).isEmpty();
    }

    @Test
    void endMustBeAheadAndDialledHasALongest() {
        assertThat(known.refusal(KnownAs.CUSTOMER, Optional.of(NOW))).isPresent();
        assertThat(known.refusal(KnownAs.CUSTOMER, Optional.of(NOW.plusMillis(1))))
                .isEmpty();
        assertThat(known.refusal(KnownAs.CUSTOMER, Optional.empty())).isEmpty();
        assertThat(known.refusal(KnownAs.DIALLED, Optional.of(NOW.plus(DAYS_7))))
                .isEmpty();
        assertThat(known.refusal(KnownAs.DIALLED, Optional.of(NOW.plus(DAYS_7).plusMillis(1))))
                .isPresent();
    }

    @Test
    void pagesAreInTheOrderOfNumbers() {
        known.put(List.of(caller(BOB, KnownAs.CUSTOMER, null), caller(ANN, KnownAs.CUSTOMER, null)));

        assertThat(known.page("", each -> true, 10))
                .extracting(KnownCaller::caller)
                .containsExactly(ANN, BOB);
        assertThat(known.page("", each -> true, 1))
                .extracting(KnownCaller::caller)
                .containsExactly(ANN);
        assertThat(known.page(ANN.key(), each -> true, 10))
                .extracting(KnownCaller::caller)
                .containsExactly(BOB);
        assertThat(known.page("", each -> each.as() == KnownAs.DIALLED, 10)).isEmpty();
    }

    @Test
    void whatIsOverIsForgotten() {
        known.put(List.of(caller(ANN, KnownAs.CUSTOMER, NOW.plusSeconds(1))));
        clock.advance(Duration.ofSeconds(1));
        known.expire();

        assertThat(known.as(ANN, NOW)).isEmpty();
    }

    @Nested
    class Csv {

        @Test
        void linesNameNumberKindAndEnd() {
            KnownCsv.Reading read = csv().read(
                            List.of(
                                    "\uFEFFnumber,kind,until",
                                    "# ours",
                                    "",
                                    "138 0013 8000",
                                    "\"+8613900139000\",open-ticket,2026-11-21",
                                    "8001,customer,2026-11-20T17:00:00+08:00"),
                            Origin.FILE,
                            "customers.csv");

            assertThat(read.faults()).isEmpty();
            assertThat(read.lines()).isEqualTo(3);
            assertThat(read.known())
                    .containsExactly(
                            new KnownCaller(ANN, KnownAs.CUSTOMER, Origin.FILE, "customers.csv", NOW, Optional.empty()),
                            new KnownCaller(
                                    BOB,
                                    KnownAs.OPEN_TICKET,
                                    Origin.FILE,
                                    "customers.csv",
                                    NOW,
                                    Optional.of(Instant.parse("2026-11-21T00:00:00Z"))),
                            new KnownCaller(
                                    new CallerNumber.Internal("8001"),
                                    KnownAs.CUSTOMER,
                                    Origin.FILE,
                                    "customers.csv",
                                    NOW,
                                    Optional.of(Instant.parse("2026-11-20T09:00:00Z"))));
        }

        @Test
        void faultsAreToldByLine() {
            KnownCsv.Reading read = csv().read(
                            List.of(
                                    "13800138000,customer",
                                    "=HYPERLINK(x),customer",
                                    "13800138000,vip",
                                    "13800138000,customer,soon",
                                    "13800138000,customer,2026-11-20",
                                    "13800138000,customer,,x",
                                    "+8675512345678"),
                            Origin.API,
                            "li");

            assertThat(read.known()).hasSize(1);
            assertThat(read.lines()).isEqualTo(7);
            assertThat(read.faults()).extracting(LineFault::line).containsExactly(2, 3, 4, 5, 6, 7);
            assertThat(read.faults().get(0).fault()).startsWith("the number '=HYPERLINK(x)' is not a possible number");
            assertThat(read.faults().get(1).fault())
                    .isEqualTo("the kind 'vip' is none of customer, open_ticket, dialled");
            assertThat(read.faults().get(3).fault())
                    .isEqualTo("the end '2026-11-20' is past: it is now 2026-11-20T08:00:00Z");
        }
    }

    @Nested
    class File {

        @TempDir
        Path folder;

        private CustomerFile customers(Path path) {
            return new CustomerFile(
                    ShippedSettings.of("quell.known-callers", KnownCallerSettings.class, "file", path.toString()),
                    csv(),
                    known);
        }

        @Test
        void changedFileIsReadAgainAndAFaultyOneIsNot() throws IOException {
            Path path = Files.writeString(folder.resolve("customers.csv"), "13800138000,customer\n");
            CustomerFile file = customers(path);
            file.look();
            assertThat(known.as(ANN, NOW)).containsExactly(KnownAs.CUSTOMER);
            assertThat(store.all(NOW)).as("the file is its own memory").isEmpty();

            Files.writeString(path, "13900139000,customer\nnobody\n");
            file.look();
            assertThat(known.as(ANN, NOW)).as("the old content").containsExactly(KnownAs.CUSTOMER);
            assertThat(known.as(BOB, NOW)).isEmpty();

            Files.writeString(path, "13900139000,customer,2026-12-01\n");
            file.look();
            assertThat(known.as(ANN, NOW)).isEmpty();
            assertThat(known.as(BOB, NOW)).containsExactly(KnownAs.CUSTOMER);
            file.destroy();
        }

        @Test
        void goodLinesOfAFaultyFileCountAtTheStart() throws IOException {
            CustomerFile file =
                    customers(Files.writeString(folder.resolve("customers.csv"), "nobody\n13800138000,customer\n"));
            file.look();

            assertThat(known.as(ANN, NOW)).containsExactly(KnownAs.CUSTOMER);
            file.destroy();
        }

        @Test
        void fileThatIsGoneLeavesItsContentInForce() throws IOException {
            Path path = Files.writeString(folder.resolve("customers.csv"), "13800138000\n");
            CustomerFile file = customers(path);
            file.look();
            Files.delete(path);
            file.look();

            assertThat(known.as(ANN, NOW)).containsExactly(KnownAs.CUSTOMER);
            file.destroy();
        }

        @Test
        void takingBackWhatTheFileSaysTakesNothing() throws IOException {
            CustomerFile file = customers(Files.writeString(folder.resolve("customers.csv"), "13800138000\n"));
            file.look();

            assertThat(known.remove(ANN, KnownAs.CUSTOMER)).isFalse();
            assertThat(known.as(ANN, NOW)).containsExactly(KnownAs.CUSTOMER);
            file.destroy();
        }
    }
}
