package dev.quell.faults.world;

import dev.quell.asterisk.ami.FakeAmi;
import dev.quell.faults.pbx.Pbx;
import dev.quell.load.PlacedCall;

/** Tells of channels over the manager interface. */
record Channels(FakeAmi ami) implements Pbx.Announcer {

    @Override
    public void born(PlacedCall call) {
        ami.send("Event: Newchannel\nPrivilege: call,all\nChannel: " + call.channel() + "\nChannelState: 4\nUniqueid: "
                + call.id() + "\nLinkedid: " + call.id() + "\n\n");
    }

    @Override
    public void gone(PlacedCall call) {
        ami.send("Event: Hangup\nPrivilege: call,all\nChannel: " + call.channel() + "\nUniqueid: " + call.id()
                + "\nLinkedid: " + call.id() + "\nCause: 16\n\n");
    }
}
