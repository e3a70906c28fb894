package dev.quell.console.lists;

import dev.quell.blocklist.BlockListService;
import dev.quell.blocklist.ListKind;
import dev.quell.blocklist.ListRefusal;
import dev.quell.blocklist.proposal.Proposal;
import dev.quell.blocklist.proposal.Proposals;
import dev.quell.console.deed.Deeds;
import java.security.Principal;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the second person does about an entry that waits. */
@Controller
class ProposalDeeds {
    private final Proposals proposals;
    private final BlockListService lists;
    private final Deeds deeds;
    private final Clock clock;

    ProposalDeeds(Proposals proposals, BlockListService lists, Deeds deeds, Clock clock) {
        this.proposals = proposals;
        this.lists = lists;
        this.deeds = deeds;
        this.clock = clock;
    }

    /** Makes the entry; not on the word of who proposed it. */
    @PostMapping("/lists/confirm")
    String confirm(@RequestParam String proposal, Principal by) {
        Optional<Proposal> found = proposals.find(proposal);
        if (found.isEmpty()) {
            return ListsPage.back(ListKind.BLOCK, "GONE");
        }
        Proposal wanted = found.get();
        if (!Proposals.mayConfirm(wanted, by.getName())) {
            return ListsPage.back(wanted.kind(), "OWN");
        }
        try {
            lists.proposed(
                    wanted.kind(), wanted.pattern(), wanted.reason(), wanted.end(), wanted.author(), clock.instant());
            if (!proposals.decide(wanted, by.getName(), true)) {
                return ListsPage.back(wanted.kind(), "GONE");
            }
            deeds.list(wanted.kind(), wanted.pattern(), wanted.reason(), wanted.end(), wanted.author());
            return ListsPage.back(wanted.kind(), "added");
        } catch (ListRefusal e) {
            return ListsPage.back(wanted.kind(), e.why().name());
        }
    }

    /** Turns it down; whoever proposed it may take it back so. */
    @PostMapping("/lists/turn-down")
    String turnDown(@RequestParam String proposal, Principal by) {
        Optional<Proposal> found = proposals.find(proposal);
        boolean done = found.filter(wanted -> proposals.decide(wanted, by.getName(), false))
                .isPresent();
        found.filter(wanted -> done).ifPresent(deeds::turnedDown);
        return ListsPage.back(found.map(Proposal::kind).orElse(ListKind.BLOCK), done ? "turned-down" : "GONE");
    }
}
