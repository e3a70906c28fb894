package dev.quell.screening;

import dev.quell.blocklist.BlockList;
import dev.quell.blocklist.ListKind;
import dev.quell.blocklist.ListMatch;
import dev.quell.call.FairTime;
import dev.quell.call.IncomingCall;
import dev.quell.call.Profile;
import dev.quell.classifier.Action;
import dev.quell.classifier.Classifier;
import dev.quell.classifier.Evidence;
import dev.quell.classifier.Verdict;
import dev.quell.history.CallerHistory;
import dev.quell.history.CallerProfile;
import dev.quell.screening.enforcement.Enforcement;
import dev.quell.traffic.Surroundings;
import dev.quell.traffic.Traffic;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** Gathers the evidence, classifies, applies, writes down, tells. Whatever fails on the way, the call passes and it is counted. */
@Service
final class ScreeningService implements Screening {

    private static final String FLAGGED = "flags-deter";
    /** So many calls at once, of a millisecond each, are several thousand a second. */
    private static final int MANY = 8;

    private final CallerHistory history;
    private final BlockList blockList;
    private final DeterrentOccupancy occupancy;
    private final Traffic traffic;
    private final Classifier classifier;
    private final Enforcement enforcement;
    private final CallJournal journal;
    private final CallSecrets secrets;
    private final FailOpens failOpens;
    private final Announcer announcer;
    private final ScreeningSettings settings;
    private final FairTime time;
    private final Clock clock;
    private final AtomicInteger deciding = new AtomicInteger();

    ScreeningService(
            CallerHistory history,
            BlockList blockList,
            ObjectProvider<DeterrentOccupancy> occupancy,
            ObjectProvider<Traffic> traffic,
            Classifier classifier,
            Enforcement enforcement,
            CallJournal journal,
            CallSecrets secrets,
            FailOpens failOpens,
            Announcer announcer,
            ScreeningSettings settings,
            ObjectProvider<FairTime> time,
            Clock clock) {
        this.history = history;
        this.blockList = blockList;
        this.occupancy = occupancy.getIfAvailable(DeterrentOccupancy::noop);
        this.traffic = traffic.getIfAvailable(Traffic::noop);
        this.classifier = classifier;
        this.enforcement = enforcement;
        this.journal = journal;
        this.secrets = secrets;
        this.failOpens = failOpens;
        this.announcer = announcer;
        this.settings = settings;
        this.time = time.getIfAvailable(FairTime::trusting);
        this.clock = clock;
    }

    @Override
    public Optional<CallScreened> screen(IncomingCall call) {
        Instant started = clock.instant();
        deciding.incrementAndGet();
        try {
            return failOpens.orElse(
                    "internal",
                    () -> written(decide(call, started)),
                    Optional.empty(),
                    "the call passes unscreened; this is a fault in Quell, please report it with the lines below");
        } finally {
            deciding.decrementAndGet();
        }
    }

    @Override
    public void tell(CallScreened call) {
        announcer.tell(call, deciding.get() >= MANY);
    }

    @Override
    public Verdict test(IncomingCall call) {
        return classify(evidence(call, clock.instant(), stranger -> traffic.around(call)));
    }

    private CallScreened decide(IncomingCall call, Instant started) {
        Evidence evidence = evidence(call, started, stranger -> traffic.arrives(call, stranger));
        Verdict verdict = classify(evidence);
        Enforcement.Applied applied = enforcement.apply(call.id(), verdict, evidence.entry(), started);
        boolean blocked =
                evidence.entry().filter(entry -> entry.kind() == ListKind.BLOCK).isPresent();
        boolean flagged = verdict.cause().equals(FLAGGED);
        Profile profile = call.line().profile();
        Duration took = Duration.between(started, clock.instant());
        return new CallScreened(
                call,
                secrets.token(started),
                secrets.caseNumber(started),
                verdict,
                applied.action(),
                applied.because(),
                settings.talkThreshold().of(profile),
                !blocked && !flagged,
                label(verdict),
                took.isNegative() ? Duration.ZERO : took,
                evidence.surroundings().disturbances());
    }

    /** @param around told whether the caller has never called before; one whose history is not known is none, or a failing database would look like a flood */
    private Evidence evidence(IncomingCall call, Instant now, Function<Boolean, Surroundings> around) {
        Optional<CallerProfile> known = failOpens.orElse(
                "history",
                () -> Optional.of(history.of(call.caller(), time.against(now))),
                Optional.empty(),
                "nothing that the caller did before counts; look at the database");
        CallerProfile profile = known.orElseGet(() -> CallerProfile.stranger(now));
        boolean stranger = known.filter(told -> told.calls().isEmpty()).isPresent();
        Optional<ListMatch> entry = failOpens.orElse(
                "blocklist",
                () -> blockList.match(call.caller(), now),
                Optional.empty(),
                "no entry of the lists counts; look at the database");
        boolean free = failOpens.orElse(
                "occupancy",
                () -> occupancy.free(call.id().server()),
                true,
                "the deterrent queue counts as free, the dialplan keeps its own cap; look at the manager connection");
        Surroundings surroundings = failOpens.orElse(
                "traffic",
                () -> around.apply(stranger),
                Surroundings.CALM,
                "nothing counts of what goes on around the call; this is a fault in Quell, please report it with the lines below");
        return Evidence.arriving(call, profile, surroundings, entry, free);
    }

    private Verdict classify(Evidence evidence) {
        return failOpens.orElse(
                "classifier",
                () -> classifier.classify(evidence),
                Verdict.pass("failed", classifier.version()),
                "the call passes; this is a fault in Quell, please report it with the lines below");
    }

    private Optional<CallScreened> written(CallScreened screened) {
        String remedy = "the verdict was not written down within "
                + settings.journalWait().toMillis()
                + " ms, the call passes unscreened; look at the disk and the database";
        try {
            journal.write(screened, settings.journalWait());
            return Optional.of(screened);
        } catch (ExecutionException e) {
            failOpens.report("journal", remedy, e);
        } catch (TimeoutException e) {
            failOpens.report("journal", remedy);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            failOpens.report("journal", "interrupted by the stop of the service, the call passes unscreened");
        }
        return Optional.empty();
    }

    /** What the agent of a tagged call sees: the class, and the probability in percent or the cause. */
    private static String label(Verdict verdict) {
        if (verdict.action() == Action.PASS) {
            return "";
        }
        String why = verdict.cause().equals("score")
                ? Long.toString(Math.round(verdict.probability() * 100))
                : verdict.cause();
        String label = verdict.callClass() + "-" + why;
        return label.substring(0, Math.min(label.length(), 30));
    }
}
