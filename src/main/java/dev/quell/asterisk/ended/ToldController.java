package dev.quell.asterisk.ended;

import dev.quell.asterisk.protocol.Arguments;
import dev.quell.asterisk.protocol.Calls;
import dev.quell.asterisk.protocol.FlagRequest;
import dev.quell.asterisk.protocol.Form;
import dev.quell.asterisk.protocol.RefusedException;
import dev.quell.call.CallEnded;
import dev.quell.call.NumberReader;
import dev.quell.flag.Flags;
import dev.quell.screening.Endings;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** What the dialplan tells over HTTP: ends of calls, flags told late, and undone flags. The form is in the dialplan protocol, sections 3 and 4. */
@Component
class ToldController implements Tellings {

    private static final Form UNDO = new Form(Set.of("srv", "undo", "agent"), Set.of(), Set.of());

    private final ToldDesk desk;
    private final EndedReader reader;
    private final NumberReader numbers;
    private final Endings endings;
    private final FlagRequest flagRequest;
    private final Flags flags;

    ToldController(
            ToldDesk desk,
            EndedReader reader,
            NumberReader numbers,
            Endings endings,
            FlagRequest flagRequest,
            Flags flags) {
        this.desk = desk;
        this.reader = reader;
        this.numbers = numbers;
        this.endings = endings;
        this.flagRequest = flagRequest;
        this.flags = flags;
    }

    @Override
    public Map<String, Function<HttpServletRequest, ResponseEntity<String>>> byPath() {
        return Map.of("/asterisk/v1/ended", this::ended, "/asterisk/v1/flag", this::flag);
    }

    private ResponseEntity<String> ended(HttpServletRequest request) {
        return desk.take("ended", request, EndedReader.FORM, arguments -> {
            CallEnded end = reader.read(arguments);
            boolean kept = endings.ended(
                    end, numbers.read(arguments.get("num")), arguments.get("line"), arguments.get("trunk"));
            return kept
                    ? "OK"
                    : "LATER: the end could not be written down here now; tell it again, or another instance";
        });
    }

    private ResponseEntity<String> flag(HttpServletRequest request) {
        return ToldForm.asksUndo(request)
                ? desk.take("undo", request, UNDO, this::undone)
                : desk.take("flag", request, FlagRequest.FORM, this::flagged);
    }

    private String flagged(Arguments arguments) throws RefusedException {
        flagRequest.late(arguments);
        return "OK";
    }

    private String undone(Arguments arguments) throws RefusedException {
        Calls.server(arguments);
        String agent = arguments.get("agent");
        return agent.isEmpty() || flags.undoLast(agent).isEmpty() ? "NOTHING" : "UNDONE";
    }
}
