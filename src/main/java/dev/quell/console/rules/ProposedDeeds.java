package dev.quell.console.rules;

import dev.quell.deed.Asker;
import dev.quell.deed.rules.RuleConfirmations;
import dev.quell.deed.rules.RuleDeeds;
import dev.quell.security.people.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the second person does about rules that wait. */
@Controller
class ProposedDeeds {
    private final RuleConfirmations second;
    private final RuleDeeds deeds;

    ProposedDeeds(RuleConfirmations second, RuleDeeds deeds) {
        this.second = second;
        this.deeds = deeds;
    }

    /** Saves them; not on the word of who asked for them. */
    @PostMapping("/rules/confirm")
    String confirm(@RequestParam String proposal, @RequestParam(required = false) @Nullable String note, Person by) {
        String reason = RulesPage.reason(note);
        return reason.isEmpty()
                ? RulesDeeds.fault("NOTE")
                : RulesDeeds.answer(second.confirm(proposal, reason, Asker.of(by)), "saved");
    }

    /** Turns them down; whoever asked for them takes them back so. */
    @PostMapping("/rules/turn-down")
    String turnDown(@RequestParam String proposal, Person by) {
        return RulesDeeds.answer(second.turnDown(proposal, Asker.of(by)), "turned-down");
    }

    /** Tries them again, against what decides now. */
    @PostMapping("/rules/try-again")
    String again(@RequestParam String proposal, Person by) {
        return RulesDeeds.answer(deeds.again(proposal, Asker.of(by)), "tried");
    }
}
