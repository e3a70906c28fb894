package dev.quell.console.lists;

import dev.quell.blocklist.ListKind;
import dev.quell.blocklist.ListRefusal;
import dev.quell.blocklist.proposal.Proposal;
import dev.quell.blocklist.proposal.Proposals;
import dev.quell.deed.Confirmations;
import dev.quell.deed.Confirmations.Answer;
import dev.quell.security.people.Person;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the second person does about an entry that waits. */
@Controller
class ProposalDeeds {
    private final Proposals proposals;
    private final Confirmations confirmations;

    ProposalDeeds(Proposals proposals, Confirmations confirmations) {
        this.proposals = proposals;
        this.confirmations = confirmations;
    }

    /** Makes the entry; not on the word of who proposed it. */
    @PostMapping("/lists/confirm")
    String confirm(@RequestParam String proposal, Person by) {
        ListKind kind = proposals.find(proposal).map(Proposal::kind).orElse(ListKind.BLOCK);
        try {
            return switch (confirmations.confirm(proposal, by)) {
                case Answer.Made(var entry) -> ListsPage.back(entry.kind(), "added");
                case Answer.Objected objected ->
                    ListsPage.back(kind, objected.why().word());
                case Answer.Lapsed lapsed -> ListsPage.back(kind, "LAPSED");
                case Answer.Gone gone -> ListsPage.back(kind, "GONE");
            };
        } catch (ListRefusal e) {
            return ListsPage.back(kind, e.why().name());
        }
    }

    /** Turns it down; whoever proposed it may take it back so. */
    @PostMapping("/lists/turn-down")
    String turnDown(@RequestParam String proposal, Person by) {
        Optional<Proposal> done = confirmations.turnDown(proposal, by);
        return ListsPage.back(
                done.map(Proposal::kind).orElse(ListKind.BLOCK), done.isPresent() ? "turned-down" : "GONE");
    }
}
