-- Takes a claim away if it is still the asker's; an answer, or another's claim, stays.
-- KEYS  1 what is claimed
-- ARGV  1 the claim as it was written
if redis.call('GET', KEYS[1]) == ARGV[1] then
  return redis.call('DEL', KEYS[1])
end
return 0
