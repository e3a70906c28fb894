package dev.quell.asterisk.ami.book;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.asterisk.ami.stream.AmiEvent;
import dev.quell.asterisk.ami.stream.AmiEvent.AgentConnected;
import dev.quell.asterisk.ami.stream.AmiEvent.AgentParted;
import dev.quell.asterisk.ami.stream.AmiEvent.CanaryReturned;
import dev.quell.asterisk.ami.stream.AmiEvent.ChannelBorn;
import dev.quell.asterisk.ami.stream.AmiEvent.ChannelGone;
import dev.quell.asterisk.ami.stream.AmiEvent.ChannelListed;
import dev.quell.asterisk.ami.stream.AmiEvent.ChannelRenamed;
import dev.quell.asterisk.ami.stream.AmiEvent.ChannelUp;
import dev.quell.asterisk.ami.stream.AmiEvent.ChannelsListed;
import dev.quell.asterisk.ami.stream.AmiEvent.QueueCounted;
import dev.quell.asterisk.ami.stream.AmiEvent.StreamClosed;
import dev.quell.asterisk.ami.stream.AmiEvent.StreamOpened;
import dev.quell.asterisk.ami.stream.AmiEvent.StreamTorn;
import dev.quell.asterisk.ami.stream.AmiEvent.TalkStarted;
import dev.quell.asterisk.ami.stream.AmiEvent.TalkStopped;
import dev.quell.asterisk.ami.stream.AmiEvent.Tear;
import dev.quell.asterisk.ami.stream.Captured;
import dev.quell.asterisk.ami.stream.ReceivedEvent;
import dev.quell.call.CallId;
import dev.quell.call.LiveCall;
import dev.quell.call.TalkReport;
import dev.quell.call.TalkReport.Opening;
import dev.quell.testing.MovingClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CallBookTest {

    private static final String ID = "1763800000.1";
    private static final String CHANNEL = "PJSIP/carrier-00000001";
    private static final TalkReport SILENCE = new TalkReport(true, Duration.ZERO, Duration.ZERO, Duration.ZERO);

    private final MovingClock clock = new MovingClock(Instant.parse("2026-11-22T09:00:00Z"));
    private final CallBook book = new CallBook(
            "pbx",
            new BookLimits(3, millis(120), Duration.ofMinutes(3), 2, Duration.ofSeconds(4), "quell-deterrent"),
            clock);

    private static Duration millis(long millis) {
        return Duration.ofMillis(millis);
    }

    private static TalkReport heard(boolean whole, long total, long longest, long current) {
        return new TalkReport(whole, millis(total), millis(longest), millis(current));
    }

    private void tell(AmiEvent... events) {
        for (AmiEvent event : events) {
            book.apply(new ReceivedEvent(event, clock.instant()));
        }
    }

    private void born(String id) {
        tell(new ChannelBorn(id, id, CHANNEL));
    }

    private void burst(long length) {
        tell(new TalkStarted(ID));
        clock.advance(millis(length + 300));
        tell(new TalkStopped(ID, millis(length)));
    }

    private TalkReport conclude() {
        return book.conclude(ID, CHANNEL, true);
    }

    @BeforeEach
    void open() {
        tell(new StreamOpened());
    }

    @Test
    void callWithoutASoundIsWholeAndSilent() {
        born(ID);
        clock.advance(Duration.ofSeconds(20));
        assertThat(conclude()).isEqualTo(SILENCE);
    }

    @Test
    void concludedCallIsForgotten() {
        born(ID);
        conclude();
        assertThat(conclude()).isEqualTo(TalkReport.UNKNOWN);
        assertThat(book.size()).isZero();
    }

    @Test
    void withoutCertaintyNothingIsWhole() {
        born(ID);
        burst(500);
        assertThat(book.conclude(ID, CHANNEL, false)).isEqualTo(heard(false, 500, 500, 0));
    }

    @Test
    void burstsAddUpAndShorterOnesThanTheShortestAreNone() {
        born(ID);
        burst(-4);
        burst(119);
        burst(120);
        burst(1880);
        assertThat(conclude()).isEqualTo(heard(true, 2000, 1880, 0));
    }

    private Optional<Opening> opening() {
        return conclude().opening();
    }

    private static Optional<Opening> opening(long after, long lasted) {
        return Optional.of(new Opening(millis(after), millis(lasted)));
    }

    @Nested
    class Opens {

        @BeforeEach
        void bear() {
            born(ID);
        }

        private void answerThenWait(long length) {
            tell(new ChannelUp(ID));
            clock.advance(millis(length));
        }

        @Test
        void withTheFirstBurstMeasuredFromAnswer() {
            clock.advance(millis(5000));
            answerThenWait(300);
            burst(5001);
            burst(200);
            assertThat(opening()).isEqualTo(opening(300, 5001));
        }

        @Test
        void withoutTheClickBeforeIt() {
            answerThenWait(100);
            burst(119);
            burst(120);
            assertThat(opening()).isEqualTo(opening(519, 120));
        }

        @Test
        void atAnswerIfTheBurstWentOnOverIt() {
            tell(new TalkStarted(ID));
            clock.advance(millis(1000));
            answerThenWait(6300);
            tell(new TalkStopped(ID, millis(7000)));
            assertThat(opening()).isEqualTo(opening(0, 6000));
        }

        @Test
        void notWithABurstBeforeAnswer() {
            burst(500);
            answerThenWait(200);
            burst(400);
            assertThat(opening()).isEqualTo(opening(200, 400));
        }

        @Test
        void notWithABurstThatNeverEnded() {
            answerThenWait(0);
            tell(new TalkStarted(ID));
            clock.advance(millis(6000));
            assertThat(opening()).isEmpty();
        }

        @Test
        void notWhereNoAnswerWasTold() {
            burst(500);
            assertThat(opening()).isEmpty();
        }

        @Test
        void fromTheFirstAnswerOnly() {
            answerThenWait(400);
            answerThenWait(0);
            burst(500);
            assertThat(opening()).isEqualTo(opening(400, 500));
        }
    }

    @Test
    void burstThatNeverEndedIsCurrentUntilTheHangup() {
        born(ID);
        tell(new TalkStarted(ID));
        clock.advance(Duration.ofSeconds(3));
        assertThat(book.since(ID, CHANNEL, Instant.EPOCH).current()).isEqualTo(Duration.ofSeconds(3));
        tell(new ChannelGone(ID));
        clock.advance(Duration.ofSeconds(30));
        assertThat(conclude()).isEqualTo(heard(true, 0, 0, 3000));
    }

    @Test
    void sinceCountsBurstsThatEndedAfterTheMoment() {
        born(ID);
        burst(500);
        Instant moment = clock.instant();
        assertThat(book.since(ID, CHANNEL, moment)).isEqualTo(heard(false, 0, 0, 0));
        assertThat(book.since(ID, CHANNEL, moment.minusMillis(1))).isEqualTo(heard(false, 500, 500, 0));
        burst(200);
        assertThat(book.since(ID, CHANNEL, moment)).isEqualTo(heard(false, 200, 200, 0));
    }

    @Test
    void sinceIsWholeWhileACanaryCameBackLately() {
        born(ID);
        assertThat(book.since(ID, CHANNEL, clock.instant()).whole()).isFalse();
        tell(new CanaryReturned("x"));
        clock.advance(Duration.ofSeconds(4));
        assertThat(book.since(ID, CHANNEL, clock.instant()).whole()).isTrue();
        clock.advance(millis(1));
        assertThat(book.since(ID, CHANNEL, clock.instant()).whole()).isFalse();
    }

    @Test
    void realQuietSpeechIsHeard() {
        Captured.events(Captured.text("quiet-speech")).forEach(this::tell);
        assertThat(book.conclude("1795337089.2", "PJSIP/sipp-00000001", true))
                .isEqualTo(new TalkReport(true, millis(3180), millis(1880), Duration.ZERO, opening(0, 178)));
    }

    @Test
    void realSilentCallIsSilent() {
        Captured.events(Captured.text("silent-call")).forEach(this::tell);
        assertThat(book.conclude("1795337089.3", "PJSIP/sipp-00000002", true)).isEqualTo(SILENCE);
    }

    @Nested
    class Enough {

        private final List<String> left = new ArrayList<>();

        @BeforeEach
        void listen() {
            book.onEnough(left::add);
            born(ID);
        }

        @Test
        void aSecondOfSpeechInAllIsEnoughAndToldOnce() {
            book.mayBeLeft(ID, CHANNEL);
            burst(500);
            burst(499);
            assertThat(left).isEmpty();
            burst(120);
            burst(5000);
            assertThat(left).containsExactly(CHANNEL);
        }

        @Test
        void clicksAreNeverEnough() {
            book.mayBeLeft(ID, CHANNEL);
            for (int n = 0; n < 20; n++) {
                burst(119);
            }
            assertThat(left).isEmpty();
            assertThat(conclude()).isEqualTo(SILENCE);
        }

        @Test
        void aSoundThatNeverPausesIsNeverEnough() {
            book.mayBeLeft(ID, CHANNEL);
            tell(new TalkStarted(ID));
            clock.advance(Duration.ofSeconds(20));
            assertThat(left).isEmpty();
            assertThat(conclude()).isEqualTo(heard(true, 0, 0, 20_000));
        }

        @Test
        void nobodyLeavesOffListeningToACallThatIsNotToBeLeft() {
            burst(5000);
            book.mayBeLeft("1763800000.2", CHANNEL);
            book.mayBeLeft(ID, "PJSIP/carrier-00000002");
            burst(5000);
            assertThat(left).isEmpty();
        }

        @Test
        void aSoundAfterEnoughWhoseEndMayNotBeToldIsLeftOut() {
            burst(1000);
            tell(new TalkStarted(ID));
            clock.advance(Duration.ofSeconds(20));
            assertThat(conclude()).isEqualTo(heard(true, 1000, 1000, 0));
        }

        @Test
        void inADialogueEverySoundCountsAgainAndItIsNeverLeft() {
            book.mayBeLeft(ID, CHANNEL);
            burst(999);
            book.listenAgain(ID, CHANNEL);
            burst(1000);
            tell(new TalkStarted(ID), new CanaryReturned("x"));
            Instant since = clock.instant();
            clock.advance(Duration.ofSeconds(3));
            assertThat(book.since(ID, CHANNEL, since)).isEqualTo(heard(true, 0, 0, 3000));
            assertThat(left).isEmpty();
        }

        @Test
        void aSoundThatGoesOnFromBeforeTheDialogueIsNoSilence() {
            tell(new TalkStarted(ID), new CanaryReturned("x"));
            book.listenAgain(ID, CHANNEL);
            clock.advance(Duration.ofSeconds(3));
            assertThat(book.since(ID, CHANNEL, clock.instant())).isEqualTo(heard(true, 0, 0, 3000));
        }

        @Test
        void aSoundThatBeganAfterEnoughIsNoSilenceInADialogue() {
            burst(1000);
            tell(new TalkStarted(ID), new CanaryReturned("x"));
            book.listenAgain(ID, CHANNEL);
            clock.advance(Duration.ofSeconds(3));
            assertThat(book.since(ID, CHANNEL, clock.instant())).isEqualTo(heard(true, 0, 0, 3000));
        }
    }

    @Nested
    class NotWhole {

        @Test
        void callOfAnotherChannelNameOrLinkedIdIsNotKnown() {
            born(ID);
            assertThat(book.conclude(ID, "PJSIP/carrier-00000002", true)).isEqualTo(TalkReport.UNKNOWN);
            assertThat(book.conclude("1763800000.2", CHANNEL, true)).isEqualTo(TalkReport.UNKNOWN);
        }

        @Test
        void callWhoseBeginningWasNotSeen() {
            tell(new ChannelListed(ID, ID, CHANNEL));
            burst(500);
            assertThat(conclude()).isEqualTo(heard(false, 500, 500, 0));
        }

        @Test
        void callOverAReconnect() {
            born(ID);
            burst(500);
            tell(new StreamClosed(), new StreamOpened(), new ChannelListed(ID, ID, CHANNEL), new ChannelsListed());
            assertThat(conclude()).isEqualTo(heard(false, 500, 500, 0));
        }

        @Test
        void callDuringATearButNotTheNextOne() {
            born(ID);
            tell(new StreamTorn(Tear.OVERFLOW));
            assertThat(conclude()).isEqualTo(heard(false, 0, 0, 0));
            born(ID);
            assertThat(conclude()).isEqualTo(SILENCE);
            assertThat(book.tears()).isEqualTo(1);
        }

        @Test
        void callWhoseStreamIsClosedNow() {
            born(ID);
            tell(new StreamClosed());
            assertThat(conclude().whole()).isFalse();
        }

        @Test
        void callThatWasRenamed() {
            born(ID);
            tell(new ChannelRenamed(ID));
            assertThat(conclude().whole()).isFalse();
        }

        @Test
        void everyCallWhereTalkDetectionIsNotLoaded() {
            born(ID);
            book.talkDetection(false);
            assertThat(conclude().whole()).isFalse();
        }

        @Test
        void callsThatNoAgentHadAreNoSignOfDeafness() {
            for (int i = 0; i < 3; i++) {
                born(ID);
                assertThat(conclude()).isEqualTo(SILENCE);
            }
            assertThat(book.deaf()).isFalse();
        }

        @Test
        void callsAfterSoManyInARowWithoutASound() {
            for (int i = 0; i < 2; i++) {
                born(ID);
                tell(new AgentConnected(ID, "site", "PJSIP/1001"));
                assertThat(conclude()).isEqualTo(SILENCE);
            }
            assertThat(book.deaf()).isTrue();
            born(ID);
            assertThat(conclude()).isEqualTo(heard(false, 0, 0, 0));
            tell(new TalkStarted("1763800000.9"));
            born(ID);
            assertThat(conclude()).isEqualTo(SILENCE);
        }
    }

    @Nested
    class Forged {

        @Test
        void beginningOfAKnownCallTaintsAndKeepsItsTalk() {
            born(ID);
            burst(500);
            born(ID);
            assertThat(conclude()).isEqualTo(heard(false, 500, 500, 0));
        }

        @Test
        void hangupAndANewBeginningDoNotWipeTalk() {
            born(ID);
            burst(500);
            tell(new ChannelGone(ID), new ChannelBorn(ID, ID, CHANNEL));
            burst(200);
            assertThat(conclude()).isEqualTo(heard(false, 700, 500, 0));
        }

        @Test
        void hangupDoesNotSilenceWhatFollows() {
            born(ID);
            tell(new ChannelGone(ID));
            burst(500);
            assertThat(conclude()).isEqualTo(heard(true, 500, 500, 0));
        }

        @Test
        void realForgeryLeavesNoCallWhole() {
            born(ID);
            Captured.events(Captured.text("forged-caller")).forEach(CallBookTest.this::tell);
            assertThat(conclude().whole()).isFalse();
            assertThat(book.conclude("1795337189.9", "PJSIP/sipp-00000006", true))
                    .isEqualTo(TalkReport.UNKNOWN);
            assertThat(book.tears()).isEqualTo(2);
        }

        @Test
        void eventsOfUnknownChannelsLeaveNothingBehind() {
            for (int i = 0; i < 1000; i++) {
                String id = "9." + i;
                tell(
                        new TalkStarted(id),
                        new TalkStopped(id, millis(500)),
                        new ChannelGone(id),
                        new ChannelRenamed(id),
                        new AgentParted(id));
            }
            assertThat(book.size()).isZero();
        }

        @Test
        void beginningsBeyondTheLimitAreRefusedAndNeverSilent() {
            for (int i = 0; i < 5; i++) {
                born("9." + i);
            }
            assertThat(book.size()).isEqualTo(3);
            assertThat(book.refused()).isEqualTo(2);
            assertThat(book.conclude("9.4", CHANNEL, true)).isEqualTo(TalkReport.UNKNOWN);
        }
    }

    @Nested
    class Live {

        @Test
        void showsTheCallersChannelWithQueueAndAgent() {
            Captured.events(Captured.text("queue-call")).stream()
                    .takeWhile(event -> !(event instanceof ChannelGone))
                    .forEach(CallBookTest.this::tell);
            assertThat(book.live())
                    .containsExactly(new LiveCall(
                            new CallId("pbx", "1795337090.5"),
                            "PJSIP/sipp-00000004",
                            clock.instant(),
                            "site",
                            "Local/a1@agents/n",
                            true));
        }

        @Test
        void endedCallsAreNotShownAndNoneWhileTheStreamIsClosed() {
            Captured.events(Captured.text("queue-call")).forEach(CallBookTest.this::tell);
            assertThat(book.live()).isEmpty();
            born(ID);
            assertThat(book.live()).hasSize(1);
            tell(new StreamClosed());
            assertThat(book.live()).isEmpty();
        }

        @Test
        void callThatEndedUnseenIsTakenAwayByTheListing() {
            born("1763800000.8");
            born(ID);
            tell(new StreamClosed(), new StreamOpened());
            born("1763800000.9");
            tell(new ChannelListed(ID, ID, CHANNEL), new ChannelsListed());
            assertThat(book.live())
                    .extracting(call -> call.id().linkedId())
                    .containsExactlyInAnyOrder(ID, "1763800000.9");
            tell(new ChannelsListed());
            assertThat(book.live()).extracting(call -> call.id().linkedId()).containsExactly("1763800000.9");
        }

        @Test
        void reconciliationIsWantedOnceAfterEachOpeningAndTear() {
            assertThat(book.takeReconcileWanted()).isTrue();
            assertThat(book.takeReconcileWanted()).isFalse();
            tell(new StreamTorn(Tear.FORGED));
            assertThat(book.takeReconcileWanted()).isTrue();
            tell(new StreamClosed());
            assertThat(book.takeReconcileWanted()).isFalse();
        }

        @Test
        void endedCallIsForgottenAfterItsTime() {
            born(ID);
            tell(new ChannelGone(ID));
            clock.advance(Duration.ofMinutes(3));
            book.expire();
            assertThat(book.size()).isEqualTo(1);
            clock.advance(millis(1));
            book.expire();
            assertThat(book.size()).isZero();
        }
    }

    @Nested
    class Deterrent {

        @Test
        void isUnknownAndFreeUntilAsteriskTold() {
            assertThat(book.deterrent().waiting()).isEqualTo(OptionalInt.empty());
            assertThat(book.deterrent().room()).isEqualTo(OptionalInt.empty());
            assertThat(book.deterrent().free()).isTrue();
        }

        @Test
        void isFullAtItsLimit() {
            tell(new QueueCounted("other", 9, 1), new QueueCounted("quell-deterrent", 1, 2));
            assertThat(book.deterrent().free()).isTrue();
            tell(new AmiEvent.QueueMoved(ID, "quell-deterrent", 2, true));
            assertThat(book.deterrent().waiting()).isEqualTo(OptionalInt.of(2));
            assertThat(book.deterrent().room()).isEqualTo(OptionalInt.of(2));
            assertThat(book.deterrent().name()).isEqualTo("quell-deterrent");
            assertThat(book.deterrent().free()).isFalse();
            tell(new AmiEvent.QueueMoved(ID, "quell-deterrent", 1, false));
            assertThat(book.deterrent().free()).isTrue();
        }

        @Test
        void withoutALimitIsNeverFull() {
            tell(new QueueCounted("quell-deterrent", 500, 0));
            assertThat(book.deterrent().room()).isEqualTo(OptionalInt.empty());
            assertThat(book.deterrent().free()).isTrue();
        }

        @Test
        void isUnknownAgainWhenTheStreamIsClosed() {
            tell(new QueueCounted("quell-deterrent", 2, 2), new StreamClosed());
            assertThat(book.deterrent().waiting()).isEqualTo(OptionalInt.empty());
            assertThat(book.deterrent().free()).isTrue();
        }
    }
}
