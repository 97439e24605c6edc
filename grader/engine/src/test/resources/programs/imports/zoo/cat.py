SOUND = 'meow'
