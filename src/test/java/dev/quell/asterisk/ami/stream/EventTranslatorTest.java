package dev.quell.asterisk.ami.stream;

import static dev.quell.asterisk.ami.stream.Captured.events;
import static dev.quell.asterisk.ami.stream.Captured.text;
import static dev.quell.asterisk.ami.stream.Captured.wire;
import static org.assertj.core.api.Assertions.assertThat;

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
import dev.quell.asterisk.ami.stream.AmiEvent.QueueMoved;
import dev.quell.asterisk.ami.stream.AmiEvent.StreamTorn;
import dev.quell.asterisk.ami.stream.AmiEvent.TalkStarted;
import dev.quell.asterisk.ami.stream.AmiEvent.TalkStopped;
import dev.quell.asterisk.ami.stream.AmiEvent.Tear;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventTranslatorTest {

    private static final StreamTorn FORGED = new StreamTorn(Tear.FORGED);

    @Test
    void quietSpeechIsThreeBurstsAndOneThatNeverEnded() {
        String id = "1795337089.2";
        assertThat(events(text("quiet-speech")))
                .containsExactly(
                        new ChannelBorn(id, id, "PJSIP/sipp-00000001"),
                        new ChannelUp(id),
                        new TalkStarted(id),
                        new TalkStopped(id, Duration.ofMillis(178)),
                        new TalkStarted(id),
                        new TalkStopped(id, Duration.ofMillis(1880)),
                        new TalkStarted(id),
                        new TalkStopped(id, Duration.ofMillis(1122)),
                        new TalkStarted(id),
                        new ChannelGone(id));
    }

    @Test
    void silentCallIsItsBeginningAndItsEnd() {
        String id = "1795337089.3";
        assertThat(events(text("silent-call")))
                .containsExactly(
                        new ChannelBorn(id, id, "PJSIP/sipp-00000002"), new ChannelUp(id), new ChannelGone(id));
    }

    @Test
    void queueCallTellsQueueAndAgent() {
        String id = "1795337090.5";
        assertThat(events(text("queue-call")))
                .containsExactly(
                        new ChannelBorn(id, id, "PJSIP/sipp-00000004"),
                        new ChannelUp(id),
                        new QueueMoved(id, "site", 1, true),
                        new ChannelBorn("1795337090.6", id, "Local/a1@agents-00000000;1"),
                        new ChannelBorn("1795337090.7", id, "Local/a1@agents-00000000;2"),
                        new ChannelUp("1795337090.7"),
                        new ChannelUp("1795337090.6"),
                        new QueueMoved(id, "site", 0, false),
                        new AgentConnected(id, "site", "Local/a1@agents/n"),
                        new TalkStarted(id),
                        new ChannelGone("1795337090.7"),
                        new AgentParted(id),
                        new ChannelGone("1795337090.6"),
                        new ChannelGone(id));
    }

    @Test
    void listsTellChannelsAndQueues() {
        assertThat(events(text("lists")))
                .containsExactly(
                        new ChannelListed("1795337189.9", "1795337189.9", "PJSIP/sipp-00000006"),
                        new ChannelsListed(),
                        new QueueCounted("site", 0, 0),
                        new QueueCounted("quell-deterrent", 0, 0));
    }

    @Test
    void canaryIsOursAndOtherUserEventsAreNot() {
        assertThat(events(wire("""
                        Event: UserEvent
                        Privilege: user,all
                        UserEvent: QuellCanary
                        ActionID: 6
                        Nonce: abc

                        Event: UserEvent
                        Privilege: user,all
                        UserEvent: SiteThing
                        Uniqueid: 1.1
                        Uniqueid: 1.1
                        Nonce: abc

                        """))).containsExactly(new CanaryReturned("abc"));
    }

    @Test
    void renameTellsTheChannelByItsUniqueId() {
        assertThat(events(wire("Event: Rename\nChannel: A-1\nNewname: A-1<MASQ>\nUniqueid: 1.1\n\n")))
                .containsExactly(new ChannelRenamed("1.1"));
    }

    @Test
    void clickMayLastLessThanNothing() {
        assertThat(events(wire("Event: ChannelTalkingStop\nUniqueid: 1.1\nLinkedid: 1.1\nDuration: -4\n\n")))
                .containsExactly(new TalkStopped("1.1", Duration.ofMillis(-4)));
    }

    @Test
    void talkWhoseCallerIsGoneHasNoChannelAndIsNotForged() {
        String agent =
                "DestChannel: PJSIP/a1-1\nDestUniqueid: 1.2\nQueue: site\nInterface: PJSIP/a1\nReason: caller\n\n";
        assertThat(events(wire("Event: AgentComplete\nPrivilege: agent,all\n" + agent)))
                .isEmpty();
        assertThat(events(wire(
                        "Event: AgentComplete\nPrivilege: agent,all\nChannel: PJSIP/c-1\nCallerIDNum: 1\n\n" + agent)))
                .startsWith(FORGED);
    }

    @Nested
    class Forged {

        @Test
        void eventsInACallersNumberStandBetweenTwoTears() {
            assertThat(events(text("forged-caller")))
                    .startsWith(
                            FORGED, // Newchannel, cut short where the number was
                            FORGED, // Hangup without a linked id
                            new ChannelTalk(999).stopped()) // merged with the caller's own unique id: his own talk
                    .filteredOn(FORGED::equals)
                    .hasSize(2);
        }

        @Test
        void wholeForgedEventsLeaveARestThatBeginsWithNeitherEventNorResponse() {
            String number = "138\n\nEvent: Hangup\nUniqueid: 1.1\nLinkedid: 1.1\n\nX: ";
            assertThat(events(newchannel(number))).containsExactly(FORGED, new ChannelGone("1.1"), FORGED);
        }

        @Test
        void forgedBeginningOfAnotherCallMergesIntoAKeyTwice() {
            String number = "138\n\nEvent: Newchannel\nChannel: PJSIP/victim-1\nUniqueid: 1.1\nLinkedid: 1.1\nX: ";
            assertThat(events(newchannel(number))).containsExactly(FORGED, FORGED);
        }

        @Test
        void keyAddedToTheCallersOwnEventIsThereTwice() {
            assertThat(events(newchannel("138\nUniqueid: 1.1"))).containsExactly(FORGED);
            assertThat(events(newchannel("138\nEvent: Hangup"))).containsExactly(FORGED);
        }

        @ParameterizedTest
        @ValueSource(strings = {"Newstate", "Newexten"})
        void secondEventLineTearsEvenEventsOfNoUse(String name) {
            assertThat(events(wire("Event: " + name + "\nCallerIDNum: 1\nEvent: Hangup\nUniqueid: 1.1\n\n")))
                    .containsExactly(FORGED);
        }

        @Test
        void ringingIsNoAnswer() {
            assertThat(events(wire("Event: Newstate\nChannelState: 5\nUniqueid: 1.1\nLinkedid: 1.1\n\n")))
                    .isEmpty();
            assertThat(events(wire("Event: Newstate\nChannelState: 6\nUniqueid: 1.1\nLinkedid: 1.1\n\n")))
                    .containsExactly(new ChannelUp("1.1"));
        }

        @Test
        void lineWithoutAKeyIsNotAnEvent() {
            assertThat(events(wire("garbage\n\n"))).containsExactly(FORGED);
        }

        private static String newchannel(String number) {
            return wire("Event: Newchannel\nPrivilege: call,all\nChannel: PJSIP/sipp-00000006\nCallerIDNum: " + number
                    + "\nCallerIDName: Bob\nContext: in\nUniqueid: 2.2\nLinkedid: 2.2\n\n");
        }

        private record ChannelTalk(long millis) {
            TalkStopped stopped() {
                return new TalkStopped("1795337189.9", Duration.ofMillis(millis));
            }
        }
    }

    @Nested
    class NotHandled {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Event: Newchannel\nUniqueid: 1 1\nLinkedid: 1.1\nChannel: A-1",
                    "Event: Newchannel\nUniqueid: 1.1\nLinkedid: 1.1\nChannel: PJSIP/a b-1",
                    "Event: ChannelTalkingStop\nUniqueid: 1.1\nLinkedid: 1.1\nDuration: soon",
                    "Event: ChannelTalkingStop\nUniqueid: 1.1\nLinkedid: 1.1\nDuration: 9999999999",
                    "Event: QueueCallerJoin\nUniqueid: 1.1\nLinkedid: 1.1\nQueue: q\nCount: -1",
                    "Event: UserEvent\nUserEvent: QuellCanary",
                    "Event: Newexten\nAppData: x"
                })
        void valueOfAnotherFormIsAsGoodAsNotTold(String message) {
            assertThat(events(wire(message + "\n\n"))).isEmpty();
        }
    }
}
