package dev.quell.asterisk.agi;

import dev.quell.asterisk.agi.transport.AgiCall;
import dev.quell.asterisk.protocol.Arguments;
import dev.quell.asterisk.protocol.FlagRequest;
import dev.quell.asterisk.protocol.Form;
import dev.quell.asterisk.protocol.RefusedException;

/** {@code flag}: an agent flagged the caller; where is the caller to go? */
final class FlagScript implements CallScript {

    private final FlagRequest flags;

    FlagScript(FlagRequest flags) {
        this.flags = flags;
    }

    @Override
    public String name() {
        return "flag";
    }

    @Override
    public Form form() {
        return FlagRequest.FORM;
    }

    @Override
    public Answer serve(Arguments arguments, AgiCall asked) throws RefusedException {
        return Answer.of("QUELL_RESULT", flags.flag(arguments));
    }
}
