package dev.quell.asterisk.ami.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.quell.asterisk.ami.FakeAmi;
import dev.quell.asterisk.ami.book.BookLimits;
import dev.quell.asterisk.ami.book.CallBook;
import dev.quell.asterisk.ami.stream.AmiEndpoint;
import dev.quell.asterisk.ami.stream.AmiEvent.StreamTorn;
import dev.quell.asterisk.ami.stream.AmiEvent.Tear;
import dev.quell.asterisk.ami.stream.Captured;
import dev.quell.asterisk.ami.stream.EventQueue;
import dev.quell.call.TalkReport;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AsteriskLinkTest {

    private static final String ID = "1763800000.1";
    private static final String CHANNEL = "PJSIP/carrier-00000001";
    private static final String BORN = "Event: Newchannel\nPrivilege: call,all\nChannel: " + CHANNEL + "\nUniqueid: "
            + ID + "\nLinkedid: " + ID + "\n\n";
    private static final String LISTED =
            "Event: CoreShowChannel\nChannel: " + CHANNEL + "\nUniqueid: " + ID + "\nLinkedid: " + ID;
    private static final String ALL_LISTED = "Event: CoreShowChannelsComplete\nEventList: Complete\nListItems: 1";

    private final FakeAmi asterisk = new FakeAmi();
    private final Clock clock = Clock.systemUTC();
    private final EventQueue queue = new EventQueue(100, clock);
    private final CallBook book = new CallBook(
            "pbx",
            new BookLimits(
                    100, Duration.ofMillis(120), Duration.ofMinutes(3), 50, Duration.ofSeconds(30), "quell-deterrent"),
            clock);
    private final AsteriskLink link = new AsteriskLink(
            "pbx",
            new AmiEndpoint("127.0.0.1", asterisk.port(), false, "quell", () -> "secret", Duration.ofSeconds(2)),
            new LinkTiming(
                    Duration.ofMillis(50),
                    Duration.ofSeconds(1),
                    Duration.ofMillis(20),
                    Duration.ofMillis(100),
                    Duration.ofMillis(300),
                    Duration.ofMinutes(5)),
            queue,
            book,
            clock);

    @AfterEach
    void stop() {
        link.stop();
        asterisk.close();
    }

    private void up() {
        link.start();
        await().until(() -> link.state().connected());
        assertThat(link.canaries().ask().join()).isTrue();
    }

    private TalkReport conclude() {
        boolean certain = link.canaries().ask().join();
        return book.conclude(ID, CHANNEL, certain);
    }

    @Test
    void logsInWithTheDigestAndAsksWhatIsUp() {
        up();
        assertThat(asterisk.received("Login").getFirst())
                .containsEntry("username", "quell")
                .containsEntry("authtype", "MD5")
                .containsEntry("key", "81c3ab5534a432bec402f6d988ee45b4")
                .containsEntry("events", "call,agent,user");
        assertThat(asterisk.received("CoreShowChannels")).hasSize(1);
        assertThat(asterisk.received("QueueStatus")).hasSize(1);
        assertThat(link.state().trouble()).isEmpty();
        assertThat(link.connects()).isEqualTo(1);
    }

    @Test
    void everythingToldBeforeTheCanaryIsInTheReport() {
        up();
        asterisk.send(Captured.text("quiet-speech"));
        boolean certain = link.canaries().ask().join();
        TalkReport report = book.conclude("1795337089.2", "PJSIP/sipp-00000001", certain);
        assertThat(report.whole()).isTrue();
        assertThat(report.total()).isEqualTo(Duration.ofMillis(3180));
        assertThat(report.longest()).isEqualTo(Duration.ofMillis(1880));
    }

    @Test
    void asteriskIsToldToLeaveOffListeningWhenEnoughWasHeard() {
        asterisk.answer("Setvar", a -> FakeAmi.success("Message: Variable Set"));
        up();
        asterisk.send(BORN);
        await().until(() -> book.size() == 1);
        book.mayBeLeft(ID, CHANNEL);
        asterisk.send(stopped(999));
        link.canaries().ask().join();
        assertThat(asterisk.received("Setvar")).isEmpty();
        asterisk.send(stopped(300));
        await().until(() -> !asterisk.received("Setvar").isEmpty());
        assertThat(asterisk.received("Setvar").getFirst())
                .containsEntry("channel", CHANNEL)
                .containsEntry("variable", "TALK_DETECT(remove)");
        assertThat(conclude())
                .isEqualTo(new TalkReport(true, Duration.ofMillis(1299), Duration.ofMillis(999), Duration.ZERO));
        assertThat(asterisk.received("Setvar")).hasSize(1);
    }

    private static String stopped(int millis) {
        return "Event: ChannelTalkingStop\nPrivilege: call,all\nChannel: " + CHANNEL + "\nUniqueid: " + ID
                + "\nLinkedid: " + ID + "\nDuration: " + millis + "\n\n";
    }

    @Nested
    class Lost {

        @Test
        void asteriskThatGoesAwayIsBackWithinThePause() {
            up();
            asterisk.goAway();
            await().until(() -> !link.state().connected());
            assertThat(link.connection()).isEmpty();
            asterisk.comeBack();
            await().until(() -> link.state().connected());
            assertThat(link.connects()).isEqualTo(2);
        }

        @Test
        void canaryThatCannotBeSentIsNotWaitedFor() {
            assertThat(link.canaries().ask()).isCompletedWithValue(false);
            up();
            asterisk.goAway();
            await().until(() -> !link.state().connected());
            link.stop();
            assertThat(link.canaries().ask()).isCompletedWithValue(false);
        }

        @Test
        void callOverTheLossIsListedAgainAndNotWhole() {
            up();
            asterisk.send(BORN);
            await().until(() -> book.size() == 1);
            asterisk.answer("CoreShowChannels", a -> FakeAmi.list(LISTED, ALL_LISTED));
            asterisk.goAway();
            await().until(() -> !link.state().connected());
            assertThat(book.live()).isEmpty();
            asterisk.comeBack();
            await().until(() -> book.live().size() == 1 && link.state().connected());
            assertThat(conclude().whole()).isFalse();
            asterisk.send(BORN);
            await().until(() -> book.size() == 1);
            assertThat(conclude()).isEqualTo(new TalkReport(true, Duration.ZERO, Duration.ZERO, Duration.ZERO));
        }

        @Test
        void callThatEndedMeanwhileIsShownNoMore() {
            up();
            asterisk.send(BORN);
            await().until(() -> book.live().size() == 1);
            asterisk.goAway();
            await().until(() -> !link.state().connected());
            asterisk.comeBack();
            await().until(() -> asterisk.received("CoreShowChannels").size() == 2);
            link.canaries().ask().join();
            assertThat(book.live()).isEmpty();
        }

        @Test
        void halfOpenConnectionIsMadeAnew() {
            up();
            asterisk.mute(true);
            await().until(() -> !link.state().connected());
            assertThat(link.state().trouble().orElseThrow()).contains("1000 ms");
            asterisk.mute(false);
            await().until(() -> link.state().connected());
            assertThat(link.connects()).isEqualTo(2);
        }

        @Test
        void floodAndLossAtOnceIsMadeAnew() throws InterruptedException {
            up();
            CountDownLatch stuck = new CountDownLatch(1);
            book.onTear(tear -> {
                try {
                    stuck.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            asterisk.send("garbage\n\n");
            asterisk.send(BORN.repeat(1000));
            await().until(() -> queue.dropped() >= 900);
            asterisk.goAway();
            await().until(() -> !link.state().connected());
            asterisk.comeBack();
            await().until(() -> link.state().connected());
            stuck.countDown();
            await().until(() -> link.canaries().ask().get(30, TimeUnit.SECONDS));
        }

        @Test
        void refusedLoginIsTriedAgainAfterALongerPause() {
            asterisk.answer("Login", a -> FakeAmi.error("Authentication failed"));
            link.start();
            await().until(() -> asterisk.received("Login").size() == 2);
            assertThat(link.state().connected()).isFalse();
            assertThat(link.state().trouble().orElseThrow()).contains("login refused", "Authentication failed");
            asterisk.answer("Login", a -> FakeAmi.success("Message: Authentication accepted"));
            await().until(() -> link.state().connected());
        }

        @Test
        void peerThatIsNoAsteriskIsNotUp() {
            asterisk.answer("Challenge", a -> "HTTP/1.1 400 Bad Request\n\n");
            link.start();
            await().until(() -> asterisk.received("Challenge").size() == 2);
            assertThat(link.state().connected()).isFalse();
        }

        @Test
        void stoppedLinkDoesNotComeBack() {
            up();
            link.stop();
            await().until(() -> !link.state().connected());
            assertThat(asterisk.received("Login")).hasSize(1);
        }
    }

    @Nested
    class Troubled {

        @Test
        void userWithoutTheRightForCanariesIsToldSo() {
            asterisk.answer("UserEvent", a -> FakeAmi.error("Permission denied"));
            link.start();
            await().until(() -> link.state()
                    .trouble()
                    .filter(t -> t.contains("write=call,reporting,user"))
                    .isPresent());
            assertThat(link.state().connected()).isTrue();
            assertThat(link.connects()).isEqualTo(1);
            assertThat(link.canaries().ask().join()).isFalse();
        }

        @Test
        void asteriskWithoutTalkDetectionIsToldSoAndNothingIsWhole() {
            asterisk.answer("Getvar", a -> FakeAmi.success("Variable: IFMODULE(func_talkdetect.so)\nValue: 0"));
            up();
            await().until(() -> link.state()
                    .trouble()
                    .filter(t -> t.contains("func_talkdetect.so"))
                    .isPresent());
            asterisk.send(BORN);
            assertThat(conclude().whole()).isFalse();
        }

        @Test
        void userWithoutTheRightForListsStaysConnected() {
            asterisk.answer("CoreShowChannels", a -> FakeAmi.error("Permission denied"));
            asterisk.answer("Getvar", a -> FakeAmi.error("Permission denied"));
            up();
            assertThat(link.state().trouble()).isEmpty();
        }
    }

    @Nested
    class Hostile {

        private final List<StreamTorn> tears = new CopyOnWriteArrayList<>();

        @Test
        void forgedEventsLeaveTheConnectionUpAndNoCallWhole() {
            up();
            book.onTear(tears::add);
            asterisk.send(BORN);
            asterisk.send(Captured.text("forged-caller"));
            assertThat(conclude().whole()).isFalse();
            assertThat(tears).containsExactly(new StreamTorn(Tear.FORGED), new StreamTorn(Tear.FORGED));
            await().until(() -> asterisk.received("CoreShowChannels").size() == 2);
            assertThat(link.connects()).isEqualTo(1);
        }

        @Test
        void forgedResponsesReachNobody() {
            up();
            CompletableFuture<Boolean> before = link.canaries().ask();
            asterisk.send("Response: Success\nActionID: 1_1#\nActionID: 1_2#\n\n");
            asterisk.send("Response: Error\nMessage: x\n\n");
            asterisk.send("Event: UserEvent\nUserEvent: QuellCanary\nNonce: 00000000000000000000000000000000\n\n");
            assertThat(before.join()).isTrue();
            assertThat(link.canaries().ask().join()).isTrue();
            assertThat(link.connects()).isEqualTo(1);
        }

        @Test
        void garbageAndOversizeTearAndAreReadOver() {
            up();
            book.onTear(tears::add);
            asterisk.send("\u0000\u0001 garbage \n\n");
            asterisk.send("Event: " + "x".repeat(20_000) + "\n\n");
            assertThat(link.canaries().ask().join()).isTrue();
            assertThat(tears).containsExactly(new StreamTorn(Tear.FORGED), new StreamTorn(Tear.OVERSIZE));
        }
    }
}
