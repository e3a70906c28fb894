package dev.quell.asterisk.agi;

import dev.quell.asterisk.agi.transport.AgiCall;
import dev.quell.asterisk.protocol.Arguments;
import dev.quell.asterisk.protocol.Calls;
import dev.quell.asterisk.protocol.Form;
import dev.quell.asterisk.protocol.Refusal;
import dev.quell.asterisk.protocol.RefusedException;
import dev.quell.call.CallId;
import dev.quell.call.CallToken;
import dev.quell.call.Profile;
import dev.quell.classifier.Action;
import dev.quell.screening.CallJournal;
import dev.quell.screening.CallScreened;
import dev.quell.treatment.Dialogue;
import dev.quell.treatment.DialogueResult;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.asteriskjava.fastagi.AgiException;

/** {@code listen} and {@code challenge}: the service leads a dialogue with the caller and says how it ended. */
final class DialogueScript implements CallScript {

    private static final Form FORM = new Form(Set.of("srv", "id", "ch", "c"), Set.of("profile", "why"), Set.of());

    private final String name;
    private final Function<Profile, Dialogue> dialogues;
    private final CallJournal journal;
    private final DialogueRunner runner;
    private final DialogueRoom room;

    /** @param dialogues makes a dialogue for a line's profile */
    DialogueScript(
            String name,
            Function<Profile, Dialogue> dialogues,
            CallJournal journal,
            DialogueRunner runner,
            DialogueRoom room) {
        this.name = name;
        this.dialogues = dialogues;
        this.journal = journal;
        this.runner = runner;
        this.room = room;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Form form() {
        return FORM;
    }

    @Override
    public Answer serve(Arguments arguments, AgiCall asked) throws RefusedException, AgiException {
        Optional<CallToken> token = Calls.token(arguments);
        return Answer.of(
                "QUELL_RESULT",
                token.isEmpty() ? DialogueResult.NOT_HEARD : lead(screened(token.get()), arguments, asked));
    }

    private CallScreened screened(CallToken token) throws RefusedException {
        return journal.find(token)
                .orElseThrow(() -> new RefusedException(
                        Refusal.CALL_UNKNOWN,
                        "no call has this token; a call's own token comes with the answer to screen"));
    }

    private DialogueResult lead(CallScreened call, Arguments arguments, AgiCall asked) throws AgiException {
        CallId id = call.call().id();
        Action kind = Action.valueOf(name.toUpperCase(Locale.ROOT));
        // Where talk detection is off, the absence of talk means nothing.
        if (call.talkThreshold() == 0 || !room.enter(id, kind)) {
            return DialogueResult.NOT_HEARD;
        }
        try {
            Dialogue dialogue = dialogues.apply(profile(call, arguments));
            return runner.lead(dialogue, id, arguments.get("ch"), call.talkThreshold(), asked.commands());
        } finally {
            room.leave(id);
        }
    }

    /** The more careful of what the call was screened under and what the dialplan says now. */
    private static Profile profile(CallScreened call, Arguments arguments) {
        return call.call().line().profile() == Profile.PROTECTED ? Profile.PROTECTED : Calls.profile(arguments);
    }
}
