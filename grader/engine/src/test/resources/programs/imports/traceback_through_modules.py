import thrower

try:
    thrower.throw(0)
except ZeroDivisionError as error:
    traceback = error.__traceback__
    while traceback:
        code = traceback.tb_frame.f_code
        print(code.co_filename.split('/')[-1], traceback.tb_lineno, code.co_name)
        traceback = traceback.tb_next
