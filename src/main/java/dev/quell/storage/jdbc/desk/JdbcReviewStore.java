package dev.quell.storage.jdbc.desk;

import dev.quell.call.CallId;
import dev.quell.review.Judgement;
import dev.quell.review.Occasion;
import dev.quell.review.Review;
import dev.quell.review.ReviewStore;
import dev.quell.review.Tally;
import dev.quell.storage.database.Database;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reviews over SQL. */
public final class JdbcReviewStore implements ReviewStore {

    private final Database database;

    public JdbcReviewStore(Database database) {
        this.database = database;
    }

    /** A review is later than the one it replaces, whatever the clock of the instance said where that was given. */
    @Override
    public void put(Review review) {
        database.writeNow(connection -> connection
                .sql("""
                        insert into reviews (id, occasion, call_id, caller, arrived_at, judgement, note, author, at)
                        values (:id, :occasion, :call, :caller, :arrived, :judgement, :note, :author, :at)
                        on conflict (id) do update set judgement = excluded.judgement, note = excluded.note,
                            author = excluded.author,
                            at = case when reviews.at >= excluded.at then reviews.at + 1 else excluded.at end""")
                .param("id", ReviewRow.id(review))
                .param("occasion", review.occasion().name())
                .param("call", review.call().toString())
                .param("caller", review.caller().key())
                .param("arrived", review.arrivedAt().toEpochMilli())
                .param("judgement", review.judgement().name())
                .param("note", review.note())
                .param("author", review.author())
                .param("at", review.at().toEpochMilli())
                .update());
    }

    @Override
    public List<Review> of(Occasion occasion, Collection<CallId> calls) {
        if (calls.isEmpty()) {
            return List.of();
        }
        return database
                .reader()
                .sql("select * from reviews where id in (:ids)")
                .param(
                        "ids",
                        calls.stream().map(call -> ReviewRow.id(occasion, call)).toList())
                .query()
                .listOfRows()
                .stream()
                .map(ReviewRow::read)
                .toList();
    }

    @Override
    public List<Review> newest(Occasion occasion, Optional<Place> after, int limit) {
        return database
                .reader()
                .sql("""
                        select * from reviews where occasion = :occasion and at <= :at and (at < :at or id < :id)
                        order by at desc, id desc limit :limit""")
                .param("occasion", occasion.name())
                .param("at", after.map(place -> place.at().toEpochMilli()).orElse(Long.MAX_VALUE))
                .param(
                        "id",
                        after.map(place -> ReviewRow.id(occasion, place.call())).orElse(""))
                .param("limit", limit)
                .query()
                .listOfRows()
                .stream()
                .map(ReviewRow::read)
                .toList();
    }

    @Override
    public Tally tally(Occasion occasion, Instant from, Instant to) {
        Map<Judgement, Integer> counts = new EnumMap<>(Judgement.class);
        database.reader()
                .sql("""
                        select judgement, count(*) as reviews from reviews
                        where occasion = :occasion and arrived_at >= :from and arrived_at < :to group by judgement""")
                .param("occasion", occasion.name())
                .param("from", from.toEpochMilli())
                .param("to", to.toEpochMilli())
                .query((row, number) ->
                        counts.put(Judgement.valueOf(row.getString("judgement")), row.getInt("reviews")))
                .list();
        return new Tally(
                counts.getOrDefault(Judgement.RIGHT, 0),
                counts.getOrDefault(Judgement.WRONG, 0),
                counts.getOrDefault(Judgement.UNSURE, 0));
    }
}
