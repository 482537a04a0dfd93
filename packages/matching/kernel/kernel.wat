;; Adds up points sixteen mentors at a time, the same numbers as plain.ts, bit by bit. Every row begins at a multiple of 16 bytes
;; and is as long as a multiple of 16 mentors; what stands beyond the last mentor is never read by anyone.
;; After a change: node tools/kernel/write.ts
(module
  (memory (export "memory") 1)

  ;; Adds a row of 16-bit points to another; sums stay within 16 bits.
  (func (export "add") (param $into i32) (param $row i32) (param $width i32)
    (local $end i32)
    (local.set $end (i32.add (local.get $into) (i32.shl (local.get $width) (i32.const 1))))
    (loop $next
      (v128.store (local.get $into)
        (i16x8.add_sat_s (v128.load (local.get $into)) (v128.load (local.get $row))))
      (local.set $into (i32.add (local.get $into) (i32.const 16)))
      (local.set $row (i32.add (local.get $row) (i32.const 16)))
      (br_if $next (i32.lt_u (local.get $into) (local.get $end)))))

  ;; Adds to each count how many of eight answers are yes in both; counts stop at 255.
  (func (export "countCommon") (param $counts i32) (param $answers i32) (param $own i32) (param $width i32)
    (local $end i32)
    (local $mask v128)
    (local.set $end (i32.add (local.get $counts) (local.get $width)))
    (local.set $mask (i8x16.splat (local.get $own)))
    (loop $next
      (v128.store (local.get $counts)
        (i8x16.add_sat_u
          (v128.load (local.get $counts))
          (i8x16.popcnt (v128.and (v128.load (local.get $answers)) (local.get $mask)))))
      (local.set $counts (i32.add (local.get $counts) (i32.const 16)))
      (local.set $answers (i32.add (local.get $answers) (i32.const 16)))
      (br_if $next (i32.lt_u (local.get $counts) (local.get $end)))))

  ;; Adds the points of each count divided by 2 to the power shift. The table has the lower bytes of sixteen steps and then the
  ;; upper ones; known is 0 where nothing is added and 255 elsewhere.
  (func (export "addSteps")
    (param $into i32) (param $counts i32) (param $shift i32) (param $table i32) (param $known i32) (param $width i32)
    (local $end i32)
    (local $lower v128)
    (local $upper v128)
    (local $step v128)
    (local $mask v128)
    (local $low v128)
    (local $high v128)
    (local.set $end (i32.add (local.get $counts) (local.get $width)))
    (local.set $lower (v128.load (local.get $table)))
    (local.set $upper (v128.load offset=16 (local.get $table)))
    (loop $next
      (local.set $step
        (i8x16.min_u
          (i8x16.shr_u (v128.load (local.get $counts)) (local.get $shift))
          (i8x16.splat (i32.const 15))))
      (local.set $mask (v128.load (local.get $known)))
      (local.set $low (v128.and (local.get $mask) (i8x16.swizzle (local.get $lower) (local.get $step))))
      (local.set $high (v128.and (local.get $mask) (i8x16.swizzle (local.get $upper) (local.get $step))))
      (v128.store (local.get $into)
        (i16x8.add_sat_s
          (v128.load (local.get $into))
          (i8x16.shuffle 0 16 1 17 2 18 3 19 4 20 5 21 6 22 7 23 (local.get $low) (local.get $high))))
      (v128.store offset=16 (local.get $into)
        (i16x8.add_sat_s
          (v128.load offset=16 (local.get $into))
          (i8x16.shuffle 8 24 9 25 10 26 11 27 12 28 13 29 14 30 15 31 (local.get $low) (local.get $high))))
      (local.set $into (i32.add (local.get $into) (i32.const 32)))
      (local.set $counts (i32.add (local.get $counts) (i32.const 16)))
      (local.set $known (i32.add (local.get $known) (i32.const 16)))
      (br_if $next (i32.lt_u (local.get $counts) (local.get $end))))))
