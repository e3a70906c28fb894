package dev.quell.asterisk.agi;

import dev.quell.asterisk.agi.incoming.IncomingCalls;
import dev.quell.asterisk.agi.transport.AgiCall;
import dev.quell.asterisk.protocol.Arguments;
import dev.quell.asterisk.protocol.Form;
import dev.quell.asterisk.protocol.RefusedException;
import dev.quell.call.Profile;
import dev.quell.screening.CallScreened;
import dev.quell.screening.Screening;
import java.util.List;
import java.util.Set;

/** {@code screen}: a call has come in; what is to be done with it? */
final class ScreenScript implements CallScript {

    /** What an undecided call gets: nothing that the dialplan would take for an answer. */
    private static final Answer UNDECIDED = new Answer("QUELL", List.of("UNSCREENED"), "unscreened");

    private static final Form FORM = new Form(
            Set.of("srv", "id", "ch"),
            Set.of(
                    "line", "trunk", "num", "name", "pres", "lang", "codec", "ua", "from", "pai", "div", "prio", "stir",
                    "src"),
            Set.of("num", "name", "ua", "from", "pai", "prio"));

    private final IncomingCalls calls;
    private final Screening screening;

    ScreenScript(IncomingCalls calls, Screening screening) {
        this.calls = calls;
        this.screening = screening;
    }

    @Override
    public String name() {
        return "screen";
    }

    @Override
    public Form form() {
        return FORM;
    }

    @Override
    public Answer serve(Arguments arguments, AgiCall asked) throws RefusedException {
        return screening.screen(calls.of(arguments)).map(this::answer).orElse(UNDECIDED);
    }

    private Answer answer(CallScreened screened) {
        return new Answer(
                "QUELL",
                List.of(
                        screened.applied().name(),
                        screened.verdict().callClass().name(),
                        screened.token().value(),
                        screened.caseNumber().digits(),
                        Integer.toString(screened.talkThreshold()),
                        screened.call().line().profile() == Profile.PROTECTED ? "protected" : "standard",
                        screened.keyLeadsToQueue() ? "queue" : "redress",
                        screened.label()),
                Answer.tag(screened.applied()),
                () -> screening.tell(screened));
    }
}
