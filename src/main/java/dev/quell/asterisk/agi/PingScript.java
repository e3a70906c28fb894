package dev.quell.asterisk.agi;

import dev.quell.asterisk.agi.transport.AgiCall;
import dev.quell.asterisk.protocol.Arguments;
import dev.quell.asterisk.protocol.Form;
import java.util.List;
import java.util.Set;

/** {@code ping}: whoever shows the token hears that the service answers. No call, and nothing is written down. */
final class PingScript implements CallScript {

    private static final Form FORM = new Form(Set.of(), Set.of(), Set.of());

    @Override
    public String name() {
        return "ping";
    }

    @Override
    public Form form() {
        return FORM;
    }

    @Override
    public Answer serve(Arguments arguments, AgiCall asked) {
        return new Answer("QUELL", List.of("PONG"), "pong");
    }
}
