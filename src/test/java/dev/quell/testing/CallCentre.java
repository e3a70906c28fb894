package dev.quell.testing;

import dev.quell.blocklist.BlockListService;
import dev.quell.blocklist.BlockListSettings;
import dev.quell.blocklist.proposal.ProposalStore;
import dev.quell.call.CallId;
import dev.quell.call.CallSettings;
import dev.quell.call.IncomingCall;
import dev.quell.call.Lines;
import dev.quell.call.NumberReader;
import dev.quell.call.TalkMonitor;
import dev.quell.call.TalkReport;
import dev.quell.classifier.ClassifierSettings;
import dev.quell.flag.FlagSettings;
import dev.quell.flag.Flags;
import dev.quell.flag.trust.FlagLedger;
import dev.quell.screening.CallConcluded;
import dev.quell.screening.CallScreened;
import dev.quell.screening.Endings;
import dev.quell.screening.Screening;
import dev.quell.screening.ScreeningSettings;
import dev.quell.traffic.TrafficSettings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.mockito.Mockito;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** A call centre without Asterisk and without a database: the real screening, ending, lists and flags over stores in memory and a clock that is moved. */
public final class CallCentre implements AutoCloseable {

    private static final TalkReport QUIET = new TalkReport(true, Duration.ZERO, Duration.ZERO, Duration.ZERO);
    private static final TalkReport SPEECH =
            new TalkReport(true, Duration.ofSeconds(9), Duration.ofSeconds(3), Duration.ZERO);

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final MovingClock clock = new MovingClock(Instant.parse("2026-11-20T08:00:00Z"));
    private final FlagLedger ledger = new FlagLedger();
    private final MemoryFlags flagStore = new MemoryFlags(ledger);
    private final MemoryCalls calls = new MemoryCalls(flagStore);
    private final MemoryLists lists = new MemoryLists();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private TalkReport heard = QUIET;

    private CallCentre(ScreeningSettings settings) {
        context.registerBean(ScreeningSettings.class, () -> settings);
        context.registerBean(Lines.class);
        context.registerBean(
                ClassifierSettings.class, () -> ShippedSettings.of("quell.classifier", ClassifierSettings.class));
        context.registerBean(
                BlockListSettings.class, () -> ShippedSettings.of("quell.blocklist", BlockListSettings.class));
        context.registerBean(FlagSettings.class, () -> ShippedSettings.of("quell.flag", FlagSettings.class));
        context.registerBean(CallSettings.class, () -> ShippedSettings.of("quell.call", CallSettings.class));
        context.registerBean(
                NumberReader.class, () -> new NumberReader(ShippedSettings.of("quell.call", CallSettings.class)));
        context.registerBean(TrafficSettings.class, () -> ShippedSettings.of("quell.traffic", TrafficSettings.class));
        context.registerBean(MovingClock.class, () -> clock);
        context.registerBean(MemoryFlags.class, () -> flagStore);
        context.registerBean(MemoryCalls.class, () -> calls);
        context.registerBean(MemoryLists.class, () -> lists);
        context.registerBean(SimpleMeterRegistry.class, () -> meters);
        context.registerBean(TalkMonitor.class, Ear::new);
        context.registerBean(Watchers.class, () -> new Watchers(ledger));
        context.registerBean(ProposalStore.class, () -> Mockito.mock(ProposalStore.class));
        context.scan("dev.quell.screening", "dev.quell.blocklist", "dev.quell.flag");
        context.refresh();
    }

    /** Opens a call centre that enforces verdicts and has no holdout. */
    public static CallCentre open() {
        return open("mode", "enforce", "holdout", "0");
    }

    /** Opens a call centre with changes to {@code quell.screening}: key, value, key, value… */
    public static CallCentre open(String... changes) {
        return new CallCentre(ShippedSettings.of("quell.screening", ScreeningSettings.class, changes));
    }

    /** A call arrives now and is screened, and whoever listens is told. */
    public CallScreened screens(CallBuilder call) {
        IncomingCall arriving = call.at(clock.instant());
        Screening screening = context.getBean(Screening.class);
        CallScreened screened = screening.screen(arriving).orElseThrow();
        screening.tell(screened);
        return screened;
    }

    /** A caller who never says a word: through whatever was decided, to the end. */
    public CallScreened silent(CallBuilder call) {
        CallScreened screened = screens(call);
        heard = QUIET;
        ends(screened, silentEnd(screened));
        return screened;
    }

    private static EndBuilder silentEnd(CallScreened screened) {
        return switch (screened.applied()) {
            case PASS, TAG -> EndBuilder.anEnd().way(screened.applied().name());
            case LISTEN -> EndBuilder.anEnd().way("LISTEN-RELEASE").noAgent().noQueue();
            case CHALLENGE -> EndBuilder.anEnd().way("CHALLENGE-PASSED-QUEUE");
            case DETER -> EndBuilder.anEnd().way("DETER-TIMEOUT").noAgent().noQueue();
            case REJECT ->
                EndBuilder.anEnd().way("REJECT").answered(0).noAgent().noQueue();
        };
    }

    /** A caller who talks with an agent for so long. */
    public CallScreened talks(CallBuilder call, long seconds) {
        CallScreened screened = screens(call);
        heard = SPEECH;
        ends(screened, EndBuilder.anEnd().withAgent(seconds));
        return screened;
    }

    /** A screened call ends as the builder says, 20 seconds later. */
    public CallConcluded ends(CallScreened screened, EndBuilder end) {
        clock.advance(Duration.ofSeconds(20));
        IncomingCall call = screened.call();
        boolean durable = context.getBean(Endings.class)
                .ended(
                        end.of(screened).at(clock.instant()),
                        call.caller(),
                        call.line().number(),
                        call.trunk());
        if (!durable) {
            throw new AssertionError("the end of " + call.id() + " was not kept");
        }
        return calls.ending(call.id()).orElseThrow();
    }

    /** What is heard of a call that ends now. */
    public TalkReport heard() {
        return heard;
    }

    public MovingClock clock() {
        return clock;
    }

    public MemoryCalls calls() {
        return calls;
    }

    public Flags flags() {
        return context.getBean(Flags.class);
    }

    public BlockListService lists() {
        return context.getBean(BlockListService.class);
    }

    public SimpleMeterRegistry meters() {
        return meters;
    }

    @Override
    public void close() {
        context.close();
    }

    /** Hears what the test says. */
    private final class Ear implements TalkMonitor {
        @Override
        public void listenAgain(CallId id, String channel) {}

        @Override
        public TalkReport since(CallId id, String channel, Instant since) {
            return heard;
        }

        @Override
        public CompletableFuture<TalkReport> conclude(CallId id, String channel) {
            return CompletableFuture.completedFuture(heard);
        }
    }
}
