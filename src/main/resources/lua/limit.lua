-- Asks whether something may be done once more, and counts it if so: the generic cell rate algorithm. Answers 0, or after how many microseconds it may.
-- KEYS  1 the moment at which the whole burst may be done again, in microseconds
-- ARGV  1 now, 2 the time in which a whole burst becomes allowed again, both in microseconds, 3 the burst
local now, span = tonumber(ARGV[1]), tonumber(ARGV[2])
local step = span / tonumber(ARGV[3])
local whole = tonumber(redis.call('GET', KEYS[1]) or ARGV[1])
-- A clock that was set back keeps nobody out for longer than the span.
whole = math.min(math.max(whole, now), now + span)
local wait = whole + step - span - now
if wait <= 0.5 then
  whole, wait = whole + step, 0
end
redis.call('SET', KEYS[1], string.format('%.0f', whole), 'PX', math.ceil((whole - now) / 1000) + 1)
return math.ceil(wait)
