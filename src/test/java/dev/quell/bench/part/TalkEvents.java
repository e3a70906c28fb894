package dev.quell.bench.part;

import dev.quell.asterisk.ami.FakeAmi;
import dev.quell.bench.server.Meters;
import java.io.IOException;
import java.util.concurrent.locks.LockSupport;

/** Sends what an Asterisk tells of a thousand calls whose callers speak in turn. */
final class TalkEvents {

    private static final int CALLS = 1000;
    private static final int PIECE = 50;

    private final FakeAmi ami;
    private int sent;

    TalkEvents(FakeAmi ami) {
        this.ami = ami;
    }

    /** Waits for the login and makes the calls. */
    void begin(Meters meters) throws IOException, InterruptedException {
        while (meters.sum("quell_ami_connected") < 1) {
            LockSupport.parkNanos(10_000_000);
        }
        StringBuilder text = new StringBuilder();
        for (int call = 0; call < CALLS; call++) {
            text.append(event("Newchannel", call, ""));
        }
        ami.send(text.toString());
    }

    /** Sends so many talk events at a rate, starts and stops in turn. */
    void send(int count, int perSecond) {
        long began = System.nanoTime();
        for (int done = 0; done < count; done += PIECE) {
            StringBuilder text = new StringBuilder(PIECE * 300);
            for (int i = 0; i < PIECE; i++, sent++) {
                boolean start = sent / CALLS % 2 == 0;
                text.append(
                        start
                                ? event("ChannelTalkingStart", sent % CALLS, "")
                                : event("ChannelTalkingStop", sent % CALLS, "Duration: 640\n"));
            }
            ami.send(text.toString());
            if (perSecond < Integer.MAX_VALUE) {
                long due = began + (done + PIECE) * 1_000_000_000L / perSecond;
                LockSupport.parkNanos(due - System.nanoTime());
            }
        }
    }

    private static String event(String name, int call, String more) {
        String id = "1795000000." + call;
        return "Event: " + name + "\nPrivilege: call,all\nChannel: PJSIP/carrier-" + id
                + "\nChannelState: 6\nChannelStateDesc: Up\nCallerIDNum: 13800138000\nCallerIDName: <unknown>\n"
                + "ConnectedLineNum: <unknown>\nConnectedLineName: <unknown>\nLanguage: en\nAccountCode: \n"
                + "Context: in\nExten: s\nPriority: 1\nUniqueid: " + id + "\nLinkedid: " + id + "\n" + more + "\n";
    }
}
