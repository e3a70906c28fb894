package dev.quell.console.flags;

import dev.quell.blocklist.ListRefusal;
import dev.quell.calllog.CallLog;
import dev.quell.calllog.LoggedCall;
import dev.quell.console.shell.Callers;
import dev.quell.console.shell.FreeText;
import dev.quell.console.shell.Tongue;
import dev.quell.deed.Asker;
import dev.quell.deed.Reviewing;
import dev.quell.review.Judgement;
import dev.quell.review.Occasion;
import dev.quell.review.Review;
import dev.quell.review.ReviewStore;
import dev.quell.security.people.Person;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /flags/disputes}: a caller who was treated quotes the case number; somebody looks it up and decides. */
@Controller
class DisputesPage {
    private static final int ROWS = 50;
    private static final int LONGEST = 150;
    private static final List<String> NOTES = Stream.concat(
                    Stream.of("lifted", "upheld", "noted", "NONE", "TEXT"),
                    Arrays.stream(ListRefusal.Why.values()).map(Enum::name))
            .toList();

    private final CallLog log;
    private final ReviewStore reviews;
    private final Reviewing reviewing;
    private final Callers callers;

    DisputesPage(CallLog log, ReviewStore reviews, Reviewing reviewing, Callers callers) {
        this.log = log;
        this.reviews = reviews;
        this.reviewing = reviewing;
        this.callers = callers;
    }

    @GetMapping("/flags/disputes")
    String show(
            @RequestParam(name = "case", required = false) @Nullable String number,
            @RequestParam(required = false) @Nullable String note,
            Locale locale,
            Model model) {
        String wanted = number == null ? "" : number.replaceAll("[ -]", "");
        Tongue tongue = Tongue.of(locale);
        Optional<TreatedCall> call = find(wanted).map(found -> TreatedCall.of(found, said(found), callers, tongue));
        model.addAttribute("wanted", wanted.length() > 20 ? "" : wanted)
                .addAttribute("missing", !wanted.isEmpty() && call.isEmpty())
                .addAttribute("call", call.isPresent() ? call.get() : null)
                .addAttribute("note", Words.known(note, NOTES))
                .addAttribute("rows", decided(tongue));
        return "flags/disputes";
    }

    private Optional<LoggedCall> find(String number) {
        return number.matches("[0-9]{8}") ? log.findCase(number) : Optional.empty();
    }

    private Optional<Review> said(LoggedCall call) {
        return reviews.of(Occasion.DISPUTE, List.of(call.id())).stream().findFirst();
    }

    private List<TreatedCall> decided(Tongue tongue) {
        return reviews.newest(Occasion.DISPUTE, ROWS).stream()
                .flatMap(
                        review -> log
                                .find(review.call())
                                .map(call -> TreatedCall.of(call, Optional.of(review), callers, tongue))
                                .stream())
                .toList();
    }

    /** The caller should have got through: blocks of the number are lifted, it is allowed for 30 days, and the decision is kept. */
    @PostMapping("/flags/disputes/wrong")
    String wrong(@RequestParam(name = "case") String number, @RequestParam(defaultValue = "") String text, Person by) {
        return decide(number, text, Judgement.WRONG, by);
    }

    /** The caller was rightly kept from the agents: only the decision is kept. */
    @PostMapping("/flags/disputes/right")
    String right(@RequestParam(name = "case") String number, @RequestParam(defaultValue = "") String text, Person by) {
        return decide(number, text, Judgement.RIGHT, by);
    }

    private String decide(String number, String text, Judgement judgement, Person by) {
        Optional<LoggedCall> call = find(number);
        Optional<String> words = text.isBlank() ? Optional.of("") : FreeText.read(text, LONGEST);
        if (call.isEmpty()) {
            return "redirect:/flags/disputes?note=NONE";
        }
        if (words.isEmpty()) {
            return back(number, "TEXT");
        }
        try {
            if (judgement == Judgement.RIGHT) {
                reviewing.judge(Occasion.DISPUTE, call.get(), judgement, words.get(), by.id());
                return back(number, "upheld");
            }
            return back(number, reviewing.relieve(call.get(), words.get(), Asker.of(by)) ? "lifted" : "noted");
        } catch (ListRefusal e) {
            return back(number, e.why().name());
        }
    }

    /** Only of a case number that was found. */
    private static String back(String number, String note) {
        return "redirect:/flags/disputes?case=" + number + "&note=" + note;
    }
}
