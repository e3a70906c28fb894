-- Gives a lease back if it is still the asker's and no later one.
-- KEYS  1 who holds it, 2 the last fence
-- ARGV  1 who asks, 2 the lease's fence
if redis.call('GET', KEYS[1]) == ARGV[1] and redis.call('GET', KEYS[2]) == ARGV[2] then
  return redis.call('DEL', KEYS[1])
end
return 0
